package de.quartierwerk.ingestion.release;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Timing;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Periods whose numbers hang together: of a stock, those with the same reference date show one number; of a flow, a
 * year is the sum of its parts. A day stands for every span that ends on it. Pure functions.
 */
final class LinkedPeriods {
    /** Lengths of parts in months, the longest first. */
    private static final List<Integer> LENGTHS = List.of(6, 3, 1);

    private static final int YEAR = 12;
    private static final int HALF = 6;
    private static final int QUARTER = 3;

    private LinkedPeriods() {}

    /** The periods that may hang together with one, for some indicators. */
    static Set<String> of(String period, Collection<Definition> definitions) {
        Set<String> linked = new TreeSet<>();
        Period of = parsed(period);
        for (Definition definition : definitions) {
            List<Period> near = around(of);
            near.stream()
                    .filter(other -> definition.addsUpOverTime() && (contains(other, of) || contains(of, other)))
                    .forEach(other -> linked.add(other.text()));
            LocalDate day = day(of, definition);
            near.add(parsed(day.toString()));
            near.add(weekOf(day));
            near.stream().filter(other -> areOneDay(of, other, definition)).forEach(other -> linked.add(other.text()));
        }
        return linked;
    }

    /** All periods that may hang together with one of an indicator, whatever the other indicator. */
    static Set<String> of(String period, Timing timing) {
        Set<String> all = new TreeSet<>(Set.of(period));
        Period of = parsed(period);
        List<LocalDate> days = new ArrayList<>(List.of(of.referenceDate(timing.referenceDate())));
        around(of).forEach(other -> {
            all.add(other.text());
            days.add(other.last());
        });
        days.forEach(day -> {
            all.add(day.toString());
            all.add(weekOf(day).text());
        });
        return all;
    }

    /**
     * Whether an indicator's values of two periods are of one day. Of a flow, two spans never are: what happens in a
     * quarter is not what happens in its year.
     */
    static boolean areOneDay(String one, String other, Definition definition) {
        return areOneDay(parsed(one), parsed(other), definition);
    }

    private static boolean areOneDay(Period one, Period other, Definition definition) {
        boolean spans = !isDay(one) && !isDay(other);
        return day(one, definition).equals(day(other, definition)) && !(definition.addsUpOverTime() && spans);
    }

    private static boolean isDay(Period period) {
        return period.first().equals(period.last());
    }

    private static Period weekOf(LocalDate day) {
        return parsed(
                "%04d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    static Period parsed(String text) {
        return Period.parse(text).orElseThrow();
    }

    static LocalDate day(Period period, Definition definition) {
        return period.referenceDate(definition.timing().referenceDate());
    }

    private static boolean contains(Period whole, Period part) {
        return !part.first().isBefore(whole.first()) && !part.last().isAfter(whole.last());
    }

    /** All years, halves, quarters and months of the years in which a period lies. */
    private static List<Period> around(Period period) {
        List<Period> near = new ArrayList<>();
        for (int year = period.first().getYear() - 1; year <= period.last().getYear(); year++) {
            int of = year;
            near.add(parsed("%04d/%02d".formatted(of, (of + 1) % 100)));
            if (year >= period.first().getYear()) {
                near.add(parsed("%04d".formatted(of)));
                LENGTHS.forEach(length -> {
                    for (int month = 1; month <= YEAR; month += length) {
                        near.add(part(of, month, length));
                    }
                });
            }
        }
        return near;
    }

    private static Period part(int year, int month, int length) {
        String text = "%04d-".formatted(year)
                + switch (length) {
                    case HALF -> "S" + (month / HALF + 1);
                    case QUARTER -> "Q" + (month / QUARTER + 1);
                    default -> "%02d".formatted(month);
                };
        return parsed(text);
    }

    /**
     * The ways in which a period is the sum of others.
     *
     * @param known the periods of which there are values
     */
    static List<List<String>> sums(String period, Collection<String> known) {
        Period whole = parsed(period);
        return LENGTHS.stream()
                .filter(length -> length < whole.months() && whole.months() % length == 0)
                .flatMap(length -> sum(whole, length, known))
                .distinct()
                .toList();
    }

    /** Parts of a period that do not overlap, the longest first, where others are not known. */
    static List<String> someParts(String period, Collection<String> known) {
        Period whole = parsed(period);
        List<Period> parts = new ArrayList<>();
        known.stream()
                .map(LinkedPeriods::parsed)
                .filter(part -> part.months() > 0 && part.months() < whole.months() && contains(whole, part))
                .sorted(Comparator.comparing(Period::months, Comparator.reverseOrder())
                        .thenComparing(Period::text))
                .filter(part -> parts.stream().noneMatch(longer -> contains(longer, part)))
                .forEach(parts::add);
        return parts.stream().map(Period::text).toList();
    }

    /** The sum of parts of one length; in place of a part that is not known, its own parts; empty if that fails. */
    private static Stream<List<String>> sum(Period whole, int length, Collection<String> known) {
        List<String> parts = new ArrayList<>();
        for (LocalDate first = whole.first(); first.isBefore(whole.last()); first = first.plusMonths(length)) {
            if ((first.getMonthValue() - 1) % length != 0) {
                return Stream.empty();
            }
            Period part = part(first.getYear(), first.getMonthValue(), length);
            if (known.contains(part.text())) {
                parts.add(part.text());
            } else {
                List<List<String>> below = sums(part.text(), known);
                if (below.isEmpty()) {
                    return Stream.empty();
                }
                parts.addAll(below.get(0));
            }
        }
        return Stream.of(parts);
    }
}
