package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.events.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds the parts of years that are missing among the periods of a flow. Pure functions. */
final class FlowGaps {
    private static final List<Part> PARTS = List.of(new Part("S", 2), new Part("Q", 4), new Part("", 12));

    private FlowGaps() {}

    /** Of how many parts a year has, and the letter before their number. */
    private record Part(String letter, int count) {
        String period(String year, int number) {
            return letter.isEmpty() ? "%s-%02d".formatted(year, number) : year + "-" + letter + number;
        }

        List<String> of(String year) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(number -> period(year, number))
                    .toList();
        }
    }

    /**
     * A part that is missing.
     *
     * @param year the year
     * @param period the part
     */
    record Gap(String year, String period) {}

    /** The calendar years that a period touches, with their parts. */
    static Set<String> around(String text) {
        Set<String> periods = new TreeSet<>();
        Period.parse(text).ifPresent(period -> {
            for (int year = period.first().getYear(); year <= period.last().getYear(); year++) {
                String name = "%04d".formatted(year);
                periods.add(name);
                PARTS.forEach(part -> periods.addAll(part.of(name)));
            }
        });
        return periods;
    }

    /** The missing parts: those of a year that is there with other parts, and those between parts that are there. */
    static List<Gap> find(Collection<String> periods) {
        Set<String> years = new TreeSet<>();
        periods.forEach(period -> years.add(period.substring(0, 4)));
        List<Gap> gaps = new ArrayList<>();
        for (String year : years) {
            boolean complete = PARTS.stream().anyMatch(part -> covers(periods, part.of(year)));
            for (Part part : PARTS) {
                List<String> all = part.of(year);
                int first = IntStream.range(0, all.size())
                        .filter(i -> periods.contains(all.get(i)))
                        .findFirst()
                        .orElse(-1);
                int last = IntStream.range(0, all.size())
                        .filter(i -> periods.contains(all.get(i)))
                        .max()
                        .orElse(-1);
                boolean whole = periods.contains(year);
                for (int i = 0; !complete && first >= 0 && i < all.size(); i++) {
                    boolean between = i > first && i < last;
                    if ((whole || between) && !covers(periods, List.of(all.get(i)))) {
                        gaps.add(new Gap(year, all.get(i)));
                    }
                }
            }
        }
        return gaps;
    }

    /** Whether each of the periods is there, or all months or quarters of it. */
    private static boolean covers(Collection<String> periods, List<String> wanted) {
        return wanted.stream()
                .allMatch(each ->
                        periods.contains(each) || within(each).stream().anyMatch(parts -> periods.containsAll(parts)));
    }

    private static List<List<String>> within(String text) {
        Period whole = Period.parse(text).orElseThrow();
        List<List<String>> ways = new ArrayList<>();
        for (Part part : PARTS) {
            List<String> inside = part.of(text.substring(0, 4)).stream()
                    .filter(each -> !each.equals(text) && lies(each, whole.first(), whole.last()))
                    .toList();
            if (!inside.isEmpty()) {
                ways.add(inside);
            }
        }
        return ways;
    }

    private static boolean lies(String text, LocalDate first, LocalDate last) {
        Period part = Period.parse(text).orElseThrow();
        return !part.first().isBefore(first) && !part.last().isAfter(last);
    }
}
