package io.devfile.registry.catalog.devfile;

import java.math.BigInteger;

/** The port numbers of endpoints are valid. */
final class ValidPorts implements DevfileRule {

    private static final BigInteger HIGHEST = BigInteger.valueOf(65_535);

    @Override
    public void check(Devfile devfile, Violations report) {
        devfile.components().forEach(component -> check(component, report));
        devfile.overrides().forEach(component -> check(component, report));
    }

    private static void check(Component component, Violations report) {
        for (DevfilePart endpoint : component.endpoints()) {
            DevfilePart port = endpoint.at("targetPort");
            if (port.value() instanceof Number number
                    && !(number instanceof Double)
                    && !isPort(new BigInteger(number.toString()))) {
                report.error(port.pointer(), "There is no port " + number + "; write one from 0 to 65535.");
            }
        }
    }

    private static boolean isPort(BigInteger number) {
        return number.signum() >= 0 && number.compareTo(HIGHEST) <= 0;
    }
}
