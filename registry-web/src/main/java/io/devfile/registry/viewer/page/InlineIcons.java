package io.devfile.registry.viewer.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the icons that stand in the index themselves, as {@code data:} URIs. */
@ApplicationScoped
public class InlineIcons implements IconAddresses {

    /** Pages repeat it for every card; what is larger is better fetched than repeated. */
    private static final int LARGEST = 8 * 1024;

    private static final Pattern IMAGE = Pattern.compile("data:image/(svg\\+xml|png|jpeg|gif|webp)[;,][!-~]*");

    @Override
    public Optional<String> local(String iconAddress) {
        return iconAddress.length() <= LARGEST && IMAGE.matcher(iconAddress).matches()
                ? Optional.of(iconAddress)
                : Optional.empty();
    }
}
