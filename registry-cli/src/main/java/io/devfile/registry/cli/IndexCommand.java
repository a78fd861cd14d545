package io.devfile.registry.cli;

import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.TypeFilter;
import io.devfile.registry.spi.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "index",
        description = "Prints the index that a server returns at /v2index/all if DIR is its only source.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the index has everything",
            "1:something was left out because of an error; the check command says what",
            "2:wrong usage, or something cannot be read"
        })
final class IndexCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A directory with stacks/ below it.")
    private Path directory = Path.of(".");

    @Option(names = "--v1", description = "Prints the index of /index/all instead.")
    private boolean v1;

    @Option(names = "--online", description = "Includes versions by Git reference, which are fetched.")
    private boolean online;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, PluginException, InterruptedException {
        try (Progress progress = new Progress(spec, "Reading " + directory);
                Content content = Content.read(directory, online, Map.of())) {
            IndexQuery all = IndexQuery.all(v1 ? IndexFormat.V1 : IndexFormat.V2, TypeFilter.ALL);
            progress.end();
            System.out.write(content.state().answers().answer(all).json());
            if (System.out.checkError()) {
                throw new IOException("Tried to write the index to the standard output, but that failed.");
            }
            return content.isIncomplete() ? Main.WRONG : Main.OK;
        }
    }
}
