package io.devfile.registry.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of an error response. */
@Schema(name = "Error")
public record ErrorBody(
        @Schema(description = "What is wrong, and how to correct it", required = true)
        String status) {}
