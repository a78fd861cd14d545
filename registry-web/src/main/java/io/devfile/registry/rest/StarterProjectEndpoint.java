package io.devfile.registry.rest;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.starter.StarterZips;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;

/** Answers requests for starter projects: with the zip file in the stack, or else from the remote of the project. */
@ApplicationScoped
public class StarterProjectEndpoint {

    /** Defined in RFC 9211. */
    private static final String CACHE_STATUS = "Cache-Status";

    @Inject
    private Registry registry;

    Response starterProject(String name, String version, String project, HttpHeaders headers) {
        VersionLookup lookup = new VersionLookup(registry.state().orElseThrow(RegistryException::notReady));
        VersionContent files = lookup.find(name, version).files();
        StarterProject found = files.starterProject(project)
                .orElseThrow(() -> RegistryException.notFound(
                        name + " has no starter project " + SafeText.quoted(project) + others(files)));
        StoredFile offline = found.offline();
        if (offline != null) {
            ContentStore store = registry.content().orElseThrow(RegistryException::notReady);
            return answer(found, offline, store, headers).build();
        }
        StarterZips zips = registry.starters().orElseThrow(RegistryException::notReady);
        RemoteOutcome<RemoteTree> outcome = fetched(zips, found);
        RemoteTree tree = outcome.value();
        if (tree == null) {
            throw failure(found, Objects.requireNonNull(outcome.failure()));
        }
        Response.ResponseBuilder response = answer(found, tree.zip(), zips.store(), headers);
        if (outcome.failure() != null) {
            markStale(response, tree, Instant.now());
        }
        return response.build();
    }

    private static RemoteOutcome<RemoteTree> fetched(StarterZips zips, StarterProject project) {
        try {
            return zips.find(project)
                    .orElseThrow(() -> RegistryException.notFound("the registry has no zip of starter project "
                            + SafeText.quoted(project.name()) + ", and its devfile names no remote for it"));
        } catch (RemoteException e) {
            throw failure(project, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RegistryException.notReady();
        }
    }

    private static RegistryException failure(StarterProject project, RemoteException why) {
        return RemoteFailures.of("the starter project " + SafeText.quoted(project.name()), why);
    }

    private static Response.ResponseBuilder answer(
            StarterProject project, StoredFile zip, ContentStore store, HttpHeaders headers) {
        Response.ResponseBuilder response = new Representations(headers).of(zip, store, FileTypes.ZIP);
        int status = response.build().getStatus();
        if (status == Response.Status.OK.getStatusCode()) {
            response.status(Response.Status.ACCEPTED);
        }
        if (status != Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE.getStatusCode()) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + project.name() + ".zip\"");
        }
        return response;
    }

    /** Adds to a stale response its age (RFC 9111, section 5.1), and the reason why it is sent anyway (RFC 9211). */
    static void markStale(Response.ResponseBuilder response, RemoteTree tree, Instant now) {
        long age = Duration.between(tree.checked(), now).toSeconds();
        response.header("Age", Math.max(0, age))
                .header(CACHE_STATUS, "devfile-registry; fwd=stale; detail=\"the remote fails\"");
    }

    private static String others(VersionContent files) {
        return files.starterProjects().isEmpty()
                ? "; this version has no starter projects"
                : files.starterProjects().stream()
                        .map(StarterProject::name)
                        .limit(50)
                        .collect(Collectors.joining(", ", "; its starter projects are ", ""));
    }
}
