package io.devfile.registry.icon;

import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The known data about the icon at an address.
 *
 * @param file the icon as last fetched
 * @param validators for asking whether the icon has changed
 * @param problem why the icon is not available, as sentences for the author of the content
 * @param due when to request it again
 */
record RemoteIcon(
        String address, Optional<IconFile> file, Validators validators, Optional<String> problem, Instant due) {

    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration AFTER_LASTING_FAILURE = Duration.ofHours(1);

    /** An icon that is unknown, or whose content is lost. */
    static RemoteIcon unknown(String address) {
        return new RemoteIcon(address, Optional.empty(), Validators.NONE, Optional.empty(), Instant.EPOCH);
    }

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    RemoteIcon fetched(IconFile found, Validators newValidators, Instant now) {
        return new RemoteIcon(address, Optional.of(found), newValidators, Optional.empty(), now.plus(FRESH));
    }

    /** The icon was confirmed as unchanged. */
    RemoteIcon confirmed(Instant now) {
        return new RemoteIcon(address, file, validators, Optional.empty(), now.plus(FRESH));
    }

    /** The address has content, but not an icon; the previous icon is kept. */
    RemoteIcon unusable(String why, Instant now) {
        return new RemoteIcon(address, file, Validators.NONE, Optional.of(why), now.plus(AFTER_LASTING_FAILURE));
    }

    /**
     * The icon could not be fetched. A temporary network failure is not reported for an icon that was fetched before.
     */
    RemoteIcon failed(FetchException failure, Instant now) {
        boolean passing =
                failure.kind() == FetchException.Kind.FAILED || failure.kind() == FetchException.Kind.TIMED_OUT;
        return passing
                ? new RemoteIcon(
                        address,
                        file,
                        validators,
                        file.isPresent() ? Optional.empty() : Optional.of(failure.getMessage()),
                        now.plus(AFTER_FAILURE))
                : new RemoteIcon(
                        address, file, validators, Optional.of(failure.getMessage()), now.plus(AFTER_LASTING_FAILURE));
    }
}
