package io.devfile.registry.settings;

import java.util.Optional;

/**
 * What the operator configured of the web pages.
 *
 * @param name of the registry, shown to people and used in links
 * @param headless without web pages
 * @param url of the registry as the world reaches it, {@code scheme://host[:port]}; empty where requests tell
 * @param che the address of the service that makes workspaces of devfiles, without a fragment
 */
public record ViewerConfiguration(String name, boolean headless, Optional<String> url, Optional<String> che) {}
