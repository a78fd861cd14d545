package io.devfile.registry.icon;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.fetch.FetchRequest;
import io.devfile.registry.fetch.Fetched;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.fetch.Validators;
import io.devfile.registry.remote.Remote;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches icons over HTTP.
 *
 * @param files null if nothing may be fetched
 */
record RemoteIcons(@Nullable RemoteFiles files, ContentStore store) implements Remote<RemoteIcons.Address, RemoteIcon> {

    static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration AFTER_LASTING_FAILURE = Duration.ofHours(1);

    /** Image types, and generic types that servers use for images; the content decides. */
    private static final Set<String> MEDIA_TYPES = Set.of(
            "image/*", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml", "text/plain");

    /** The address of an icon, http or https. */
    record Address(String url) {
        /** As it is shown: without parts that may be secret. */
        @Override
        public String toString() {
            return FetchRequest.of(url, 0, TIME_LIMIT).shown();
        }
    }

    @Override
    public Class<RemoteIcon> type() {
        return RemoteIcon.class;
    }

    @Override
    public String key(Address address) {
        return Digest.of(address.url().getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Override
    public String url(Address address) {
        return address.url();
    }

    @Override
    public Remote.Received<RemoteIcon> fetch(Address address, @Nullable RemoteIcon before)
            throws RemoteException, InterruptedException {
        FetchRequest request = FetchRequest.of(address.url(), IconReader.SIZE_LIMIT, TIME_LIMIT)
                .accepting(MEDIA_TYPES)
                .unless(before != null ? before.validators() : Validators.NONE);
        try {
            Fetched<byte[]> fetched = Objects.requireNonNull(files).bytes(request);
            if (!(fetched instanceof Fetched.Content<byte[]> content)) {
                return () -> Objects.requireNonNull(before);
            }
            ImageType type = ImageType.of(content.content())
                    .orElseThrow(() -> RemoteException.of(
                            RemoteException.Kind.NOT_FOUND, address, IconReader.NOT_AN_IMAGE, IconReader.USE_AN_IMAGE));
            return () -> new RemoteIcon(new IconFile(store.add(content.content()), type), content.validators());
        } catch (FetchException e) {
            throw e.kind() == FetchException.Kind.TOO_LARGE
                    ? RemoteException.of(RemoteException.Kind.NOT_FOUND, address, e.reason(), e.remedy(), e)
                    : RemoteException.of(e, address);
        }
    }

    @Override
    public Duration freshFor(Address address) {
        return FRESH;
    }

    @Override
    public Duration retryAfter(RemoteException.Kind failure) {
        return isTemporary(failure) ? AFTER_FAILURE : AFTER_LASTING_FAILURE;
    }

    static boolean isTemporary(RemoteException.Kind failure) {
        return failure == RemoteException.Kind.FAILED || failure == RemoteException.Kind.TIMED_OUT;
    }

    @Override
    public boolean isWhole(RemoteIcon icon) {
        try {
            return store.has(icon.icon().file());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isIntact(RemoteIcon icon) {
        try {
            return store.verify(icon.icon().file());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public long bytes(RemoteIcon icon) {
        return icon.icon().file().size();
    }
}
