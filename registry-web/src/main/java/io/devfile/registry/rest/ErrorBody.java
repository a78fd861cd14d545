package io.devfile.registry.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of an error response. */
@Schema(name = "Error")
public record ErrorBody(
        @Schema(description = "What is wrong, and what would be right", required = true)
        String status) {}
