package io.devfile.registry.catalog.yaml;

import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Fails as soon as there are too many nodes, before all of them are in memory. */
final class CountingComposer extends Composer {

    static final String TOO_MANY = "too many nodes";

    private final int most;
    private int count;

    CountingComposer(StreamReader reader, LoaderOptions options, int most) {
        super(new ParserImpl(reader, options), new CoreSchema(), options);
        this.most = most;
    }

    @Override
    protected Node composeScalarNode(String anchor, List<CommentLine> comments) {
        count();
        return super.composeScalarNode(anchor, comments);
    }

    @Override
    protected Node composeSequenceNode(String anchor) {
        count();
        return super.composeSequenceNode(anchor);
    }

    @Override
    protected Node composeMappingNode(String anchor) {
        count();
        return super.composeMappingNode(anchor);
    }

    private void count() {
        if (++count > most) {
            throw new YAMLException(TOO_MANY);
        }
    }
}
