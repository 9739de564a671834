package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.intake.mapping.KeyRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes out where the spaces of a table stand: in a column, in several, or in the column names. */
final class SpacePlaces {
    /** Labels stand in the first columns. */
    private static final int MOST_LABELS = 30;

    private static final int MOST_QUESTIONS = 20;
    private static final Pattern NUMBERING = Pattern.compile("(?iu)lfd\\.? ?nr\\.?|nr\\.?|rang|id");

    private final Table table;
    private final SpaceGuess spaces;
    private final Draft draft;
    private List<Integer> columns = List.of();
    private boolean above;
    private boolean headings;

    SpacePlaces(Table table, SpaceGuess spaces, Draft draft) {
        this.table = table;
        this.spaces = spaces;
        this.draft = draft;
    }

    void find() {
        Optional<SpaceGuess.Found> inColumns = spaces.best(table, labels());
        SpaceGuess.Found inHeadings = spaces.in(table.headings());
        boolean asTheyAre =
                inColumns.filter(found -> found.rule().equals(KeyRule.NONE)).isPresent();
        if (!asTheyAre && inHeadings.known() > 0 && inHeadings.share() >= 0.5) {
            inHeadings(inHeadings);
        } else {
            inColumns.ifPresentOrElse(this::inColumns, this::findAbove);
        }
    }

    private List<Integer> labels() {
        return table.columns().stream().limit(MOST_LABELS).toList();
    }

    private void inColumns(SpaceGuess.Found found) {
        columns = found.columns();
        columns.forEach(table::use);
        draft.put("level", found.level());
        if (columns.size() == 1) {
            boolean grouped = table.isGrouped(columns.get(0));
            table.leaveOut(columns.get(0), text -> spaces.isBeside(text) || (text.isEmpty() && !grouped));
            String column = table.address(columns.get(0));
            draft.put(
                    "spaceColumn",
                    column,
                    "proposal.space-column",
                    column,
                    found.known(),
                    found.texts(),
                    found.level());
            rule(found);
        } else {
            String names =
                    String.join(", ", columns.stream().map(table::address).toList());
            draft.put("key", found.rule(), "proposal.key-columns", names, found.known(), found.texts(), found.level());
        }
        columns.stream().filter(table::isGrouped).map(table::address).forEach(draft::fillDown);
    }

    /** Says how keys are made of the texts; asks where that is a guess. */
    private void rule(SpaceGuess.Found found) {
        KeyRule rule = found.rule();
        if (rule.equals(KeyRule.NONE)) {
            return;
        }
        Integer padTo = rule.padTo();
        if (padTo != null && rule.equals(KeyRule.NONE.withPadTo(padTo))) {
            draft.put("keyLength", padTo, "proposal.key-length", padTo);
            return;
        }
        draft.put("key", rule);
        if (padTo != null) {
            draft.because("/key/padTo", "proposal.key-length", padTo);
        }
        if (rule.pattern() != null) {
            draft.because("/key/pattern", "proposal.key-pattern", rule.pattern(), found.known(), found.texts());
        }
        if (rule.remove() != null) {
            draft.because("/key/remove", "proposal.key-remove", rule.remove());
        }
        prefix(found);
    }

    private void prefix(SpaceGuess.Found found) {
        String prefix = found.rule().prefix();
        if (prefix == null) {
            return;
        }
        if (found.prefixes().isEmpty() && !isCounting(found.columns().get(0))) {
            draft.because("/key/prefix", "proposal.key-prefix", prefix, found.known(), found.texts());
            return;
        }
        List<String> options = new ArrayList<>(List.of(prefix));
        options.addAll(found.prefixes());
        draft.ask(
                "/key/prefix",
                options,
                "proposal.key-prefix-unsure",
                table.address(found.columns().get(0)));
    }

    /** Whether a column numbers the rows, by its name. */
    boolean isNumbering(int column) {
        return NUMBERING.matcher(table.name(column)).matches();
    }

    /** Whether a column counts its rows: 1, 2, 3. */
    private boolean isCounting(int column) {
        List<String> texts = table.texts(column);
        return isNumbering(column)
                || IntStream.range(0, texts.size()).allMatch(i -> texts.get(i).equals(Integer.toString(i + 1)));
    }

    private void inHeadings(SpaceGuess.Found found) {
        headings = true;
        table.useHeadings();
        draft.put("level", found.level());
        draft.put("spaceInRows", true, "proposal.space-in-rows", found.known(), found.level());
    }

    private void findAbove() {
        Set<String> heads = new LinkedHashSet<>();
        for (int column : table.columns()) {
            heads.addAll(Arrays.asList(table.parts(column)));
        }
        SpaceGuess.Found found = spaces.in(heads);
        if (found.known() >= 2) {
            above = true;
            draft.put("layout", "wide");
            draft.put("level", found.level());
            draft.put("spaceInHeader", true, "proposal.space-in-header", found.known(), found.level());
        } else {
            spaces.level().ifPresent(level -> draft.put("level", level));
            draft.ask("/space", List.of(), "proposal.space");
        }
    }

    /** Whether the spaces stand in the column names. */
    boolean above() {
        return above;
    }

    /** Whether the spaces stand in rows of their own above those with values. */
    boolean headings() {
        return headings;
    }

    /** Whether each row has a space. */
    boolean inRows() {
        return headings || !columns.isEmpty();
    }

    /** Whether a part of a column name is a space. */
    boolean isSpace(String part) {
        return spaces.meantBy(part).isEmpty();
    }

    /** Asks whether texts that stand beside values where spaces do mean those of similar names. */
    void askUnknown(List<Integer> values) {
        if (columns.size() != 1) {
            return;
        }
        int column = columns.get(0);
        boolean cut =
                draft.members().get("key") instanceof KeyRule rule && (rule.pattern() != null || rule.prefix() != null);
        Set<String> asked = new LinkedHashSet<>();
        for (int row = 0; row < table.rows() && !cut; row++) {
            String text = table.cell(row, column);
            if (!text.isEmpty() && asked.size() < MOST_QUESTIONS && table.holdsNumber(row, values) && asked.add(text)) {
                spaces.meantBy(text)
                        .filter(options -> !options.isEmpty())
                        .ifPresent(options -> draft.ask("/key/translate", options, "proposal.space-unknown", text));
            }
        }
    }
}
