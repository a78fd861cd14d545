package io.devfile.registry.catalog.devfile;

import io.devfile.registry.toolkit.text.SafeText;
import java.net.URI;
import java.net.URISyntaxException;

/** The URIs of manifests and of plugin registries are valid. */
final class ValidUris implements DevfileRule {

    // As lenient as the tools, which escape these characters themselves.
    private static final String ESCAPED_BY_TOOLS = "[ \"<>\\\\^`{|}]";

    @Override
    public void check(Devfile devfile, Violations report) {
        for (Component component : devfile.components()) {
            switch (component.kind()) {
                case KUBERNETES, OPENSHIFT -> check(component.body().at("uri"), report);
                case PLUGIN -> check(component.body().at("registryUrl"), report);
                default -> {}
            }
        }
    }

    private static void check(DevfilePart part, Violations report) {
        part.expanded()
                .filter(uri -> !isValid(uri))
                .ifPresent(uri -> report.error(
                        part.pointer(),
                        "'" + SafeText.of(uri)
                                + "' is not a valid URI; write an http or https address, or a path relative to the"
                                + " devfile."));
    }

    private static boolean hasSpaceInAuthority(String text) {
        int begin = text.indexOf("//") + 2;
        int slash = text.indexOf('/', begin);
        return text.substring(begin, slash < 0 ? text.length() : slash).indexOf(' ') >= 0;
    }

    private static boolean isValid(String text) {
        try {
            URI uri = new URI(text.replaceAll(ESCAPED_BY_TOOLS, "_"));
            boolean web = text.startsWith("http:") || text.startsWith("https:");
            // a name such as my_host is not a host name for Java, but the tools accept it
            return !web || uri.getRawAuthority() != null && !hasSpaceInAuthority(text);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
