package io.devfile.registry.http;

import io.devfile.registry.measure.Measurements;
import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives each request an ID, and measures how long its response takes. */
public class MeasuringFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Histogram REQUESTS = Measurements.timer(
                    "registry_http_request_duration_seconds", "Requests, by their route and the status of the response")
            .labelNames("route", "status")
            .register(Measurements.registry());

    /** With this name and label, for dashboards that were made for the reference registry. */
    private static final Histogram INDEX = Measurements.timer(
                    "index_http_request_duration_seconds", "Requests for the index, by the status of the response")
            .labelNames("status")
            .register(Measurements.registry());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(RequestIds.HEADER, RequestIds.assign(request));
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            double seconds = Measurements.secondsSince(begun);
            String route = Routes.name(request);
            String status = Integer.toString(response.getStatus());
            REQUESTS.labelValues(route, status).observe(seconds);
            if (route.equals("index") || route.equals("v2index")) {
                INDEX.labelValues(status).observe(seconds);
            }
        }
    }
}
