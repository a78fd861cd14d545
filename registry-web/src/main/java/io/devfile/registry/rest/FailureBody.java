package io.devfile.registry.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of an error response if a remote is the cause. */
@Schema(name = "Failure")
public record FailureBody(
        @Schema(description = "What is not available", required = true)
        String status,

        @Schema(description = "Why, and what to do about it", required = true)
        String error) {}
