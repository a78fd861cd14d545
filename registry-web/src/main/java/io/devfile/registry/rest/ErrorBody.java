package io.devfile.registry.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client is told when it cannot have what it asked for. */
@Schema(name = "Error")
public record ErrorBody(
        @Schema(description = "What is wrong, and what would be right", required = true)
        String status) {}
