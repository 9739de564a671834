package de.quartierwerk.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the clock of a service: the installation's time zone, and microseconds, as PostgreSQL keeps them. Tests may
 * bring a clock of their own.
 */
class ServiceClock {
    private static final Duration PRECISION = Duration.of(1, ChronoUnit.MICROS);

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(@ConfigProperty(name = "quartierwerk.time-zone") ZoneId zone) {
        return Clock.tick(Clock.system(zone), PRECISION);
    }
}
