package de.quartierwerk.registry.spaceexport;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the files say of their origin. */
@ConfigMapping(prefix = "quartierwerk.registry.export")
public interface ExportConfig {
    /** Licence of the spaces, best as an address such as {@code https://www.govdata.de/dl-de/by-2-0}. */
    Optional<String> licence();

    /** Whose spaces they are, to be named by who uses them. */
    Optional<String> source();
}
