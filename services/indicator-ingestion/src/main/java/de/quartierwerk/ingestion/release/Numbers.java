package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Figure;
import de.quartierwerk.disclosure.Relation;
import de.quartierwerk.disclosure.Series;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.ShareOf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of related indicators in several periods, as series, and what adds up among them: over periods, and as
 * the catalogue states it. Pure functions.
 */
final class Numbers {
    private final Sums.Related related;
    private final List<String> periods;
    private final List<Series> series = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    /** @param periods periods that hang together */
    Numbers(Sums.Related related, List<String> periods) {
        this.related = related;
        this.periods = periods;
        for (Series of : related.series()) {
            for (int period = 0; period < periods.size(); period++) {
                series.add(inPeriod(of, period));
            }
        }
        for (int code = 0; code < related.codes().size(); code++) {
            if (related.series().get(code).figures() != Series.Figures.NONE) {
                overPeriods(code);
            }
            for (int period = 0; period < periods.size(); period++) {
                stated(code, period);
            }
        }
    }

    private Series inPeriod(Series of, int period) {
        int[] inputs = IntStream.of(of.inputs())
                .map(input -> input < 0 ? input : input * periods.size() + period)
                .toArray();
        return new Series(of.code(), of.figures(), of.minimum(), inputs, of.coefficients(), of.above(), of.below());
    }

    private void overPeriods(int code) {
        Definition definition = related.definitions().get(code);
        for (int period = 0; period < periods.size(); period++) {
            if (definition.addsUpOverTime()) {
                String whole = periods.get(period);
                int total = number(code, period);
                List<List<String>> sums = LinkedPeriods.sums(whole, periods);
                sums.forEach(parts -> relations.add(Relation.sum(total, numbers(code, parts))));
                List<String> some = sums.isEmpty() ? LinkedPeriods.someParts(whole, periods) : List.of();
                if (!some.isEmpty()) {
                    relations.add(Relation.incompleteSum(total, numbers(code, some)));
                }
            }
            for (int other = 0; other < period; other++) {
                sameDay(code, period, other);
            }
        }
    }

    private int[] numbers(int code, List<String> parts) {
        return parts.stream()
                .mapToInt(part -> number(code, periods.indexOf(part)))
                .toArray();
    }

    private void sameDay(int code, int period, int other) {
        if (LinkedPeriods.areOneDay(
                periods.get(period), periods.get(other), related.definitions().get(code))) {
            for (Figure figure : Figure.values()) {
                if (figure == Figure.NUMERATOR || hasParts(code)) {
                    relations.add(Relation.sameDay(number(code, period), number(code, other), figure));
                }
            }
        }
    }

    private boolean hasParts(int code) {
        Series.Figures figures = related.series().get(code).figures();
        return figures == Series.Figures.RATIO || figures == Series.Figures.MEAN;
    }

    private void stated(int code, int period) {
        Definition definition = related.definitions().get(code);
        for (var relation : definition.relations().stated()) {
            int total = related.number(relation.total());
            int[] parts = relation.parts().stream().mapToInt(related::number).toArray();
            if (total >= 0 && IntStream.of(parts).allMatch(part -> part >= 0)) {
                relations.add(Relation.sum(
                        number(total, period),
                        IntStream.of(parts).map(part -> number(part, period)).toArray()));
            }
        }
        String other = definition.relations().sameFigureAs();
        if (other != null) {
            same(code, Figure.NUMERATOR, other, period);
            if (definition.kind() != Kind.COUNT) {
                boolean both = related.number(other) >= 0 && hasParts(related.number(other));
                relations.addAll(both ? denominators(code, other, period) : List.of());
            }
        }
        ShareOf share = definition.relations().shareOf();
        if (share != null) {
            same(code, Figure.NUMERATOR, share.numerator(), period);
            same(code, Figure.DENOMINATOR, share.denominator(), period);
        }
    }

    private List<Relation> denominators(int code, String other, int period) {
        return List.of(Relation.same(
                number(code, period), Figure.DENOMINATOR, number(related.number(other), period), Figure.DENOMINATOR));
    }

    private void same(int code, Figure figure, String other, int period) {
        int place = related.number(other);
        if (place >= 0) {
            relations.add(Relation.same(number(code, period), figure, number(place, period), Figure.NUMERATOR));
        }
    }

    private int number(int code, int period) {
        return code * periods.size() + period;
    }

    /** Number of an indicator's series in a period. */
    int series(String code, String period) {
        return number(related.number(code), periods.indexOf(period));
    }

    List<Series> series() {
        return series;
    }

    List<Relation> relations() {
        return relations;
    }

    /** The period of a series. */
    String period(int number) {
        return periods.get(number % periods.size());
    }

    /** What a series is called where lots are drawn. */
    String name(int number) {
        return series.get(number).code() + '\n' + period(number);
    }
}
