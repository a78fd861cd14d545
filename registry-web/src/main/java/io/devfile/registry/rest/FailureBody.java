package io.devfile.registry.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client is told when somebody else is at fault that it cannot have what it asked for. */
@Schema(name = "Failure")
public record FailureBody(
        @Schema(description = "What cannot be had", required = true)
        String status,

        @Schema(description = "Why, and what to do about it", required = true)
        String error) {}
