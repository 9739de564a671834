package de.quartierwerk.ingestion.intake.proposal;

import java.util.regex.Pattern;

/**
 * Makes out what the columns of one table mean: where spaces, periods, indicators and values stand. What it cannot tell
 * it asks.
 */
final class Proposer {
    private static final Pattern STATUS = Pattern.compile("(?iu)obs_(status|flag)|flags?|status|fußnoten?");

    private final Table table;
    private final Draft draft = new Draft();
    private final SpacePlaces spaces;
    private final PeriodPlaces periods;
    private final ValuePlaces values;

    Proposer(Table table, SpaceGuess guess, IndicatorGuess indicators, String fileName) {
        this.table = table;
        this.spaces = new SpacePlaces(table, guess, draft);
        this.periods = new PeriodPlaces(table, draft, fileName);
        this.values = new ValuePlaces(table, guess, spaces, periods, indicators, draft, fileName);
    }

    /** The mapping, as far as it can be made out. */
    Draft draft() {
        spaces.find();
        periods.find(spaces.above(), spaces.headings());
        findStatus();
        values.find();
        if (table.headerRows() == 0) {
            draft.put("header", false, "proposal.no-header");
        }
        return draft;
    }

    private void findStatus() {
        table.left().stream()
                .filter(column -> STATUS.matcher(table.name(column)).matches() && !table.isNumeric(column))
                .findFirst()
                .ifPresent(column -> {
                    table.use(column);
                    draft.put("statusColumn", table.address(column), "proposal.status-column", table.address(column));
                });
    }
}
