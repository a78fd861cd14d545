package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks how many bytes of a blob have arrived. Returns the upload with the location for the next part, and the byte
 * count.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks">end-13</a>
 */
record AskUpload(Upload upload) implements Operation<AskUpload.Progress> {

    private static final Pattern RANGE = Pattern.compile("(?:bytes=)?0-(\\d{1,18})");

    /** @param count how many bytes have arrived */
    record Progress(Upload upload, long count) {}

    @Override
    public String action() {
        return "get the progress of an upload to " + upload.repository();
    }

    @Override
    public Call call() {
        return Call.of("GET", upload.location(), upload.access());
    }

    @Override
    public Progress take(Answer answer, Deadline deadline) throws CallFailedException, MalformedJson {
        if (answer.status() / 100 != 2) {
            throw UploadRefusal.of(RegistryError.of(answer), answer);
        }
        Matcher range = RANGE.matcher(answer.header("Range").orElse(""));
        if (!range.matches()) {
            throw new MalformedJson("it does not contain the progress of the upload");
        }
        long last = Long.parseLong(range.group(1));
        // If nothing has arrived, registries also answer 0-0, and no client sends a single byte.
        return new Progress(upload.after(answer), last == 0 ? 0 : last + 1);
    }
}
