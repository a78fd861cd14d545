package io.devfile.registry.http;

import io.devfile.registry.settings.AccessConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.config.SettingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may read: everyone, or with {@code registry.auth=required} the users that have the role {@code reader}. The
 * server checks their credentials, whichever kind they are.
 */
@ApplicationScoped
public class Access {

    private static final System.Logger LOG = System.getLogger(Access.class.getName());

    /**
     * The challenge for clients without valid credentials.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
     */
    public static final String CHALLENGE = "Basic realm=\"devfile-registry\", charset=\"UTF-8\"";

    private static final String READER = "reader";
    private static final String ADMIN = "admin";

    private AccessConfiguration configuration = new AccessConfiguration(true, false);

    @Inject
    private Settings settings;

    /** For the server. */
    public Access() {}

    Access(AccessConfiguration configuration) {
        this.configuration = configuration;
    }

    @PostConstruct
    void read() {
        try {
            configuration = AccessConfiguration.read(settings);
        } catch (SettingException e) {
            // no one may read; the server does not start because of the same error
            LOG.log(Level.ERROR, e.getMessage());
        }
    }

    /** Whether browsers log in at an OpenID Connect provider. */
    boolean hasLogin() {
        return configuration.browserLogin();
    }

    /** Whether the registry is for users only. */
    public boolean hasUsers() {
        return configuration.required();
    }

    /** Whether the sender of a request may read all content. */
    boolean allows(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        return !configuration.required() || has(READER, request, response);
    }

    /**
     * Whether the sender of a request is a user with the role {@code admin}. A page of another site may make the browser of
     * an administrator send a request with credentials; such a request does not count.
     */
    public boolean isAdmin(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        return configuration.required()
                && isOwn(request.getHeader("Origin"), request.getHeader("Host"))
                && has(ADMIN, request, response);
    }

    private static boolean isOwn(@Nullable String origin, @Nullable String host) {
        return origin == null || origin.substring(origin.indexOf("//") + 2).equals(host);
    }

    private static boolean has(String role, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        // of its own accord, the server reads passwords and cookies, but not tokens
        if (request.getUserPrincipal() == null && isBearer(request) && !request.authenticate(response)) {
            return false;
        }
        return request.isUserInRole(role);
    }

    private static boolean isBearer(HttpServletRequest request) {
        String credentials = request.getHeader("Authorization");
        return credentials != null && credentials.regionMatches(true, 0, "Bearer ", 0, 7);
    }
}
