package io.devfile.registry.metrics;

import io.devfile.registry.http.MetricsAccess;
import io.devfile.registry.measure.Measurements;
import io.devfile.registry.refresh.Registry;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /metrics}, for Prometheus, if the operator enabled it. */
@WebServlet(name = "metrics", urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ExpositionFormats formats = ExpositionFormats.init();

    @Inject
    private transient Registry registry;

    @Inject
    private transient MetricsAccess access;

    @Override
    public void init() {
        StateMetrics.register(registry, Measurements.registry());
        JvmMetrics.builder().register(Measurements.registry());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!access.isAllowed(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ExpositionFormatWriter writer = formats.findWriter(request.getHeader("Accept"));
        response.setContentType(writer.getContentType());
        response.setHeader("Cache-Control", "no-store");
        writer.write(response.getOutputStream(), Measurements.registry().scrape());
    }
}
