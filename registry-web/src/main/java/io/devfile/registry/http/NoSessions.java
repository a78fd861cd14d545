package io.devfile.registry.http;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.UUID;

/**
 * Gives the session cookie a name that no client can know. There are no sessions, but the server rejects requests with
 * a malformed session cookie before any filter sees them.
 */
@WebListener
public class NoSessions implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setName("unused-" + UUID.randomUUID());
    }
}
