package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its response. If the exchange ends early, its connection is closed, too. */
final class Exchange implements HttpResponse.BodyHandler<BodyStream> {

    private final HttpClient client;
    private final Destination destination;
    private final Duration maxWait;
    private Optional<BodyStream> body = Optional.empty();
    private boolean abandoned;

    Exchange(HttpClient client, Destination destination, Duration maxWait) {
        this.client = client;
        this.destination = destination;
        this.maxWait = maxWait;
    }

    @Override
    public synchronized BodyStream apply(HttpResponse.ResponseInfo info) {
        BodyStream stream = new BodyStream(maxWait);
        body = Optional.of(stream);
        if (abandoned) {
            stream.close();
        }
        return stream;
    }

    Answer send(HttpRequest request, Deadline deadline) throws CallFailedException {
        return await(client.sendAsync(request, this), deadline);
    }

    /** Sends a body while it is read; the response must begin soon after the body's end. */
    Answer send(HttpRequest.Builder request, String method, Payload.Streamed payload)
            throws CallFailedException, IOException {
        if (payload.size() == 0) {
            payload.feed().to(OutputStream.nullOutputStream());
            return send(
                    request.method(method, HttpRequest.BodyPublishers.noBody()).build(), Deadline.after(maxWait));
        }
        UploadStream upload = new UploadStream(payload.size(), maxWait);
        CompletableFuture<HttpResponse<BodyStream>> future =
                client.sendAsync(request.method(method, upload).build(), this);
        future.whenComplete((response, failure) -> upload.stop());
        try {
            payload.feed().to(upload);
            upload.finish();
        } catch (UploadStream.Undeliverable e) {
            if (e.failure().isPresent()) {
                abandon(future);
                throw e.failure().get();
            }
        } catch (IOException | RuntimeException e) {
            abandon(future);
            throw e;
        }
        return await(future, Deadline.after(maxWait.plus(payload.passage())));
    }

    private Answer await(CompletableFuture<HttpResponse<BodyStream>> future, Deadline deadline)
            throws CallFailedException {
        try {
            return new Answer(future.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS), destination);
        } catch (ExecutionException e) {
            throw WireFailure.of(e.getCause(), destination.origin());
        } catch (TimeoutException e) {
            abandon(future);
            throw CallFailedException.late(
                            destination.origin() + " does not answer in time",
                            "See that the registry is well, or set a longer timeout.")
                    .because(e);
        } catch (InterruptedException e) {
            abandon(future);
            throw CallFailedException.interrupted(e);
        }
    }

    private void abandon(CompletableFuture<?> future) {
        synchronized (this) {
            abandoned = true;
            body.ifPresent(BodyStream::close);
        }
        future.cancel(true);
    }
}
