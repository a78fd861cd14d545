package io.devfile.registry.icon;

import io.devfile.registry.fetch.Validators;

/**
 * An icon that was fetched.
 *
 * @param validators for asking whether the icon has changed
 */
public record RemoteIcon(IconFile icon, Validators validators) {}
