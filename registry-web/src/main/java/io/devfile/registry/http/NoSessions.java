package io.devfile.registry.http;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.UUID;

/**
 * Gives the cookie of sessions, of which there are none, a name that no client can know: a malformed one fails its request
 * in the server, before any filter sees it.
 */
@WebListener
public class NoSessions implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setName("unused-" + UUID.randomUUID());
    }
}
