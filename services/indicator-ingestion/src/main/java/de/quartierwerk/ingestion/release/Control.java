package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Cell;
import de.quartierwerk.disclosure.Decision;
import de.quartierwerk.disclosure.Dominance;
import de.quartierwerk.disclosure.Measure;
import de.quartierwerk.disclosure.PrimaryControl;
import de.quartierwerk.disclosure.Rules;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.DominanceRule;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies disclosure control to a group of values, with the rules that the catalogue states for its indicator. */
@ApplicationScoped
class Control {
    private final IngestionConfig config;

    Control(IngestionConfig config) {
        this.config = config;
    }

    /** Decides about each value, in their order. */
    List<Decision> decide(Indicator indicator, Map<String, Indicator> catalogue, List<Figure> figures) {
        PrimaryControl control = new PrimaryControl(rules(indicator, catalogue));
        return figures.stream().map(figure -> control.decide(cell(figure))).toList();
    }

    /** Marks those values as unreliable that are shares of a few noisy cases. */
    List<Figure> marked(Indicator indicator, Map<String, Indicator> catalogue, List<Figure> figures) {
        Rules rules = rules(indicator, catalogue);
        if (!rules.noisy()) {
            return figures;
        }
        PrimaryControl control = new PrimaryControl(rules);
        return figures.stream()
                .map(figure -> figure.status().equals(ValueStatus.NORMAL) && control.isUnreliable(cell(figure))
                        ? figure.with(ValueStatus.UNRELIABLE)
                        : figure)
                .toList();
    }

    private static Cell cell(Figure figure) {
        return new Cell(
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                figure.status().equals(ValueStatus.SUPPRESSED),
                figure.controlledAtSource(),
                figure.inputs(),
                figure.besides());
    }

    private Rules rules(Indicator indicator, Map<String, Indicator> catalogue) {
        Definition definition = indicator.definition();
        Integer stated = definition.disclosure().minimumDenominator();
        return new Rules(
                measure(definition, catalogue),
                BigDecimal.valueOf(minimum(definition)),
                stated == null ? config.minimumDenominator() : BigDecimal.valueOf(stated),
                definition.sensitiveGroup(),
                definition.publicDecimals(),
                dominance(definition.disclosure().dominance()),
                isNoisy(indicator, catalogue));
    }

    private static @Nullable Dominance dominance(@Nullable DominanceRule stated) {
        return stated == null ? null : new Dominance(stated.n(), stated.k(), stated.p());
    }

    /** Whether its counts are changed by noise, or all counts it is computed from. */
    static boolean isNoisy(Indicator indicator, Map<String, Indicator> catalogue) {
        if (indicator.definition().protection() != null) {
            return true;
        }
        List<String> inputs = indicator.inputs();
        return !inputs.isEmpty()
                && inputs.stream().map(catalogue::get).allMatch(input -> input != null && isNoisy(input, catalogue));
    }

    /**
     * The least count that is published, of a mean the least number of cases. The catalogue may ask for more than the
     * usual minimum, not for less.
     */
    static int minimum(Definition definition) {
        int usual = definition.kind() == Kind.MEAN ? Definition.USUAL_MINIMUM_CASES : Definition.USUAL_MINIMUM_COUNT;
        return Math.max(usual, definition.minimumCount());
    }

    private static Measure measure(Definition definition, Map<String, Indicator> catalogue) {
        return switch (definition.kind()) {
            case COUNT -> Measure.COUNT;
            case RATIO -> Shares.isShare(definition, catalogue) ? Measure.SHARE : Measure.RATE;
            case MEAN -> Measure.MEAN;
            case INDEX -> Measure.OTHER;
        };
    }
}
