package io.devfile.registry.settings;

import java.util.Optional;

/**
 * The configuration of the web pages.
 *
 * @param name the name of the registry, shown to people and used in links
 * @param headless whether there are no web pages
 * @param url the public address of the registry, {@code scheme://host[:port]}; empty if it is taken from requests
 * @param che the address of the service that creates workspaces from devfiles, without a fragment
 */
public record ViewerConfiguration(String name, boolean headless, Optional<String> url, Optional<String> che) {}
