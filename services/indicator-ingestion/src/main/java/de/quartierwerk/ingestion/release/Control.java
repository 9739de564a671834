package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Cell;
import de.quartierwerk.disclosure.Decision;
import de.quartierwerk.disclosure.Measure;
import de.quartierwerk.disclosure.PrimaryControl;
import de.quartierwerk.disclosure.Rules;
import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Applies disclosure control to a group of values, with the rules that the catalogue states for its indicator. */
@ApplicationScoped
class Control {
    private final IngestionConfig config;

    Control(IngestionConfig config) {
        this.config = config;
    }

    /** Decides about each value, in their order. */
    List<Decision> decide(Indicator indicator, Map<String, Indicator> catalogue, List<Figure> figures) {
        PrimaryControl control = new PrimaryControl(rules(indicator.definition(), catalogue));
        return figures.stream().map(figure -> control.decide(cell(figure))).toList();
    }

    private static Cell cell(Figure figure) {
        return new Cell(
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                figure.status().equals(ValueStatus.SUPPRESSED),
                figure.controlledAtSource(),
                figure.inputs());
    }

    private Rules rules(Definition definition, Map<String, Indicator> catalogue) {
        return new Rules(
                measure(definition, catalogue),
                BigDecimal.valueOf(minimum(definition)),
                config.minimumDenominator(),
                definition.sensitiveGroup(),
                definition.publicDecimals());
    }

    /** The catalogue may ask for more than the usual minimum, not for less. */
    static int minimum(Definition definition) {
        return Math.max(Definition.USUAL_MINIMUM_COUNT, definition.minimumCount());
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
