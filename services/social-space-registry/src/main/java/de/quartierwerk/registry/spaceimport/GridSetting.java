package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Crs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The installation's grid for Gauss-Krüger coordinates; the service does not start with one that cannot be used. */
@ApplicationScoped
class GridSetting {
    private final Optional<Path> grid;

    GridSetting(@ConfigProperty(name = "quartierwerk.registry.beta2007") Optional<Path> grid) {
        this.grid = grid;
    }

    void onStart(@Observes StartupEvent event) {
        grid.ifPresent(Crs::useGrid);
    }
}
