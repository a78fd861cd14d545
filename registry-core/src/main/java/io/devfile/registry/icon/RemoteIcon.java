package io.devfile.registry.icon;

import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the icon at an address.
 *
 * @param file the icon when it could last be had
 * @param validators to ask with whether it has changed
 * @param problem why it cannot be had, as sentences for the author of the content
 * @param due when to ask again
 */
record RemoteIcon(
        String address, Optional<IconFile> file, Validators validators, Optional<String> problem, Instant due) {

    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration AFTER_LASTING_FAILURE = Duration.ofHours(1);

    /** One that nothing is known of, or whose content is lost. */
    static RemoteIcon unknown(String address) {
        return new RemoteIcon(address, Optional.empty(), Validators.NONE, Optional.empty(), Instant.EPOCH);
    }

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    RemoteIcon fetched(IconFile found, Validators newValidators, Instant now) {
        return new RemoteIcon(address, Optional.of(found), newValidators, Optional.empty(), now.plus(FRESH));
    }

    /** It is what it was. */
    RemoteIcon confirmed(Instant now) {
        return new RemoteIcon(address, file, validators, Optional.empty(), now.plus(FRESH));
    }

    /** There is something, but no icon; what was there before is kept. */
    RemoteIcon unusable(String why, Instant now) {
        return new RemoteIcon(address, file, Validators.NONE, Optional.of(why), now.plus(AFTER_LASTING_FAILURE));
    }

    /** It could not be had. A network that fails for a while is no fault of an icon that was there before. */
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
