package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Gap;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads results for callers and for publication. */
@ApplicationScoped
public class Results {
    private final ResultStatements statements;
    private final Runs runs;
    private final Schemes schemes;
    private final Messages messages;
    private final CallerLanguage language;
    private final Caller caller;

    Results(
            ResultStatements statements,
            Runs runs,
            Schemes schemes,
            Messages messages,
            CallerLanguage language,
            Caller caller) {
        this.statements = statements;
        this.runs = runs;
        this.schemes = schemes;
        this.messages = messages;
        this.language = language;
        this.caller = caller;
    }

    /** The scheme of a run. */
    @Transactional
    public Scheme scheme(Run run) {
        return Schemes.read(schemes.version(run.scheme(), run.version()));
    }

    /** The level asked for: the scheme's own by default, or one to which an index is rolled up. */
    static String level(Scheme scheme, @Nullable String asked) {
        SortedSet<String> levels = scheme.levels();
        if (asked != null && !levels.contains(asked)) {
            throw Invalid.parameter("level", asked, "result.level-without-results", asked, String.join(", ", levels));
        }
        return asked == null ? scheme.level() : asked;
    }

    /** Results that the caller may see, as the caller may see them. */
    @Transactional
    List<ResultResponse> page(Run run, Scheme scheme, String level, String after, int limit) {
        ResultStatements.Slice slice = new ResultStatements.Slice(run.id(), level, after, limit, Runs.EVER);
        boolean exact = runs.seesExact(run.areaPath(), scheme);
        return statements.page(slice, runs.seesAll(run), caller.areaArray()).stream()
                .map(row -> response(run, scheme, level, row, exact, language.locale()))
                .toList();
    }

    /** The result of one space of the scheme's level. */
    @Transactional
    public Optional<ResultRow> find(Run run, String space) {
        return statements.find(run.id(), run.level(), space);
    }

    /** Results of the scheme's level that the caller may see, as they are stored. */
    @Transactional
    public List<ResultRow> visibleRows(Run run) {
        ResultStatements.Slice slice =
                new ResultStatements.Slice(run.id(), run.level(), "", Integer.MAX_VALUE, Instant.EPOCH);
        return statements.page(slice, runs.seesAll(run), caller.areaArray());
    }

    /** Number of results of the scheme's level. */
    @Transactional
    public int count(Run run) {
        return statements.count(run.id(), run.level());
    }

    /** The spaces that end the batches of the scheme's level. */
    @Transactional
    public List<String> batchEnds(Run run, int size) {
        return statements.batchEnds(run.id(), run.level(), size);
    }

    /**
     * A result as everybody may see it.
     *
     * @param response the result
     * @param row as it is stored
     */
    public record PublicResult(ResultResponse response, ResultRow row) {}

    /** Results as everybody may see them, with the needs stated until an instant, in German. */
    @Transactional
    public List<PublicResult> publicPage(Run run, Scheme scheme, String after, int limit, Instant until) {
        ResultStatements.Slice slice = new ResultStatements.Slice(run.id(), run.level(), after, limit, until);
        return statements.page(slice, true).stream()
                .map(row -> new PublicResult(response(run, scheme, run.level(), row, false, Locale.GERMAN), row))
                .toList();
    }

    /** Results of spaces as they are stored, with the needs stated until an instant, by space. */
    @Transactional
    public Map<String, ResultRow> rows(Run run, List<String> spaces, Instant until) {
        return statements.rows(run.id(), run.level(), until, spaces.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(ResultRow::space, row -> row));
    }

    private ResultResponse response(Run run, Scheme scheme, String level, ResultRow row, boolean exact, Locale locale) {
        Map<String, ResultResponse.IndexResult> indices = new LinkedHashMap<>();
        List<Scheme.Output> outputs = scheme.outputs(level);
        for (int k = 0; k < outputs.size(); k++) {
            Scheme.Output output = outputs.get(k);
            boolean guarded = output.rollUp() == null
                    ? run.summary().guarded(output.index().code())
                    : run.summary().guardedRollUp(output.index().code(), output.name());
            indices.put(output.name(), index(output.classes(), row, k, !exact && guarded));
        }
        List<String> needs = new ArrayList<>(row.needs());
        row.stated().stream()
                .map(ResultRow.Stated::need)
                .filter(need -> !needs.contains(need))
                .forEach(needs::add);
        return new ResultResponse(
                row.space(),
                excluded(row, locale),
                indices,
                row.group(),
                needs,
                row.stated().stream()
                        .map(stated -> new ResultResponse.StatedNeedMark(
                                stated.need(), NeedOrigin.of(stated.origin()).orElseThrow(), stated.reason()))
                        .toList());
    }

    private static ResultResponse.IndexResult index(
            @Nullable ClassRule classes, ResultRow row, int k, boolean withheld) {
        Integer position = row.classes().get(k);
        String imputed = row.imputed().get(k);
        boolean hide = withheld && !Gap.NOT_IN_UNIVERSE.code().equals(row.gaps().get(k));
        return new ResultResponse.IndexResult(
                hide ? null : row.value().get(k),
                hide ? null : row.raw().get(k),
                position == null || classes == null ? null : classes.codes().get(position),
                position == null || classes == null ? null : classes.labels().get(position),
                hide ? NoValue.WITHHELD : NoValue.of(row.gaps().get(k)),
                imputed == null ? List.of() : List.of(imputed.split(",")));
    }

    private @Nullable String excluded(ResultRow row, Locale locale) {
        if (row.exclusion() == null) {
            return null;
        }
        return row.reason() == null ? messages.text(locale, "exclusion." + row.exclusion()) : row.reason();
    }

    /** A run with results that the caller may see. */
    Run completed(UUID id) {
        return runs.completed(id);
    }
}
