package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns whose names hold a period, a space or both beside the name that the mapping gives. Pure functions. */
final class HeadColumns {
    private final Mapping mapping;
    private final List<String> header;
    private final Set<Integer> others;

    /** @param others columns that are read as something else */
    HeadColumns(Mapping mapping, List<String> header, Set<Integer> others) {
        this.mapping = mapping;
        this.header = header;
        this.others = others;
    }

    /**
     * A column found by its head.
     *
     * @param name what the mapping calls it; empty where the head holds nothing but period and space
     * @param period period in its name
     * @param space space in its name
     */
    record Head(
            int column,
            String name,
            @Nullable Period period,
            @Nullable String space) {}

    /** The columns that hold what the mapping asks for, in their order. */
    List<Head> found() {
        List<Head> heads = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            if (!others.contains(column) && !header.get(column).isEmpty()) {
                head(column).ifPresent(heads::add);
            }
        }
        return mapping.wideColumns().isEmpty() ? ofOneName(heads) : heads;
    }

    private Optional<Head> head(int column) {
        String rest = header.get(column);
        Period period = null;
        if (mapping.headerHasPeriods()) {
            Optional<HeaderPeriod> split = HeaderPeriod.of(rest);
            if (split.isEmpty()) {
                return Optional.empty();
            }
            period = split.get().period();
            rest = split.get().name();
        }
        return mapping.spaces().inHeader()
                ? withSpace(column, period, rest)
                : Optional.of(new Head(column, rest, period, null));
    }

    private Optional<Head> withSpace(int column, @Nullable Period period, String rest) {
        if (mapping.wideColumns().isEmpty()) {
            return rest.isEmpty() ? Optional.empty() : Optional.of(new Head(column, "", period, rest));
        }
        for (String stated : mapping.wideColumns().keySet()) {
            String name = HeaderBlock.name(stated);
            String space = without(rest, name);
            if (space != null) {
                return Optional.of(new Head(column, name, period, space));
            }
        }
        return Optional.empty();
    }

    /** A head without one of its parts; null where it has no such part, or no other one. */
    private static @Nullable String without(String head, String name) {
        List<String> parts = new ArrayList<>(List.of(head.split(HeaderBlock.JOINT)));
        return parts.remove(name) && !parts.isEmpty() ? String.join(HeaderBlock.JOINT, parts) : null;
    }

    /**
     * Without a name in the mapping, a title above all columns does not count; columns that have names of their own
     * beside the period are not meant where others have none.
     */
    private List<Head> ofOneName(List<Head> heads) {
        if (mapping.spaces().inHeader()) {
            return withoutTitle(heads);
        }
        List<Head> bare = heads.stream().filter(head -> head.name.isEmpty()).toList();
        Set<String> names = heads.stream().map(Head::name).collect(Collectors.toCollection(HashSet::new));
        if (!bare.isEmpty() || names.size() == 1) {
            return (bare.isEmpty() ? heads : bare)
                    .stream()
                            .map(head -> new Head(head.column, "", head.period, null))
                            .toList();
        }
        return List.of();
    }

    private static List<Head> withoutTitle(List<Head> heads) {
        Set<String> titles = heads.stream()
                .map(head -> title(String.valueOf(head.space)))
                .collect(Collectors.toCollection(HashSet::new));
        if (heads.size() < 2 || titles.size() != 1 || titles.contains("")) {
            return heads;
        }
        int length = titles.iterator().next().length() + HeaderBlock.JOINT.length();
        return heads.stream()
                .map(head -> new Head(
                        head.column,
                        head.name,
                        head.period,
                        String.valueOf(head.space).substring(length)))
                .toList();
    }

    private static String title(String head) {
        int end = head.indexOf(HeaderBlock.JOINT);
        return end < 0 ? "" : head.substring(0, end);
    }
}
