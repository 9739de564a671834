package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.space.Space;
import de.quartierwerk.ingestion.space.Spaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All spaces of the registry as they are at one moment, loaded once for several readings of a file. */
public final class KnownSpaces {
    private final List<Space> all;
    private final Map<String, String> levelNames;
    private final Map<String, SpaceNames> names = new HashMap<>();

    private KnownSpaces(List<Space> all, Map<String, String> levelNames) {
        this.all = all;
        this.levelNames = levelNames;
    }

    /** Loads the spaces. */
    public static KnownSpaces load(Spaces spaces) {
        List<Space> all = new ArrayList<>();
        spaces.forEach(all::add);
        return of(all, spaces.levelNames());
    }

    /** @param levelNames codes of levels and their names */
    static KnownSpaces of(List<Space> all, Map<String, String> levelNames) {
        return new KnownSpaces(all, levelNames);
    }

    List<Space> all() {
        return all;
    }

    /** The names of the spaces of a level, or of all where it is null; made when they are first asked for. */
    SpaceNames names(@Nullable String level) {
        return names.computeIfAbsent(
                level == null ? "" : level,
                any -> new SpaceNames(
                        all.stream()
                                .filter(space -> level == null || level.equals(space.level()))
                                .toList(),
                        levelNames));
    }
}
