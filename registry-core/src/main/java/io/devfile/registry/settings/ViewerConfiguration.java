package io.devfile.registry.settings;

import org.jspecify.annotations.Nullable;

/**
 * The configuration of the web pages.
 *
 * @param name the name of the registry, shown to people and used in links
 * @param headless whether there are no web pages
 * @param url the public address of the registry, {@code scheme://host[:port]}; null if it is taken from requests
 * @param che the address of the service that creates workspaces from devfiles, without a fragment; null if there is none
 */
public record ViewerConfiguration(
        String name,
        boolean headless,
        @Nullable String url,
        @Nullable String che) {}
