package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Gap;
import de.quartierwerk.classification.method.Index;
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
import java.util.TreeSet;
import java.util.UUID;

/** Reads results for callers and for publication. */
@ApplicationScoped
public class Results {
    private static final String WITHHELD = "withheld";

    private final ResultRepository repository;
    private final Runs runs;
    private final Schemes schemes;
    private final Messages messages;
    private final CallerLanguage language;
    private final Caller caller;

    Results(
            ResultRepository repository,
            Runs runs,
            Schemes schemes,
            Messages messages,
            CallerLanguage language,
            Caller caller) {
        this.repository = repository;
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
    static String level(Scheme scheme, String asked) {
        TreeSet<String> levels = new TreeSet<>();
        levels.add(scheme.level());
        for (Index index : scheme.indices()) {
            if (index.rollUp() != null) {
                levels.add(index.rollUp().level());
            }
        }
        if (asked != null && !levels.contains(asked)) {
            throw Invalid.parameter("level", asked, "result.level-without-results", asked, String.join(", ", levels));
        }
        return asked == null ? scheme.level() : asked;
    }

    /** Results that the caller may see, as the caller may see them. */
    @Transactional
    List<ResultAnswer> page(Run run, Scheme scheme, String level, String after, int limit) {
        ResultRepository.Slice slice = new ResultRepository.Slice(run.id(), level, after, limit, Runs.EVER);
        boolean exact = runs.seesExact(run.areaPath());
        return repository.page(slice, runs.seesAll(run), caller.areaArray()).stream()
                .map(row -> answer(run, scheme, level, row, exact, language.locale()))
                .toList();
    }

    /** The result of one space of the scheme's level. */
    @Transactional
    public Optional<ResultRow> find(Run run, String space) {
        return repository.find(run.id(), run.level(), space);
    }

    /** Results of the scheme's level that the caller may see, as they are stored. */
    @Transactional
    public List<ResultRow> visibleRows(Run run) {
        ResultRepository.Slice slice =
                new ResultRepository.Slice(run.id(), run.level(), "", Integer.MAX_VALUE, Instant.EPOCH);
        return repository.page(slice, runs.seesAll(run), caller.areaArray());
    }

    /** Number of results of the scheme's level. */
    @Transactional
    public int count(Run run) {
        return repository.count(run.id(), run.level());
    }

    /** The spaces that end the batches of the scheme's level. */
    @Transactional
    public List<String> batchEnds(Run run, int size) {
        return repository.batchEnds(run.id(), run.level(), size);
    }

    /**
     * A result as everybody may see it.
     *
     * @param answer the result
     * @param found codes of the needs that rules found
     */
    public record Told(ResultAnswer answer, List<String> found) {}

    /** Results as everybody may see them, with the needs stated until an instant, in German. */
    @Transactional
    public List<Told> publicPage(Run run, Scheme scheme, String after, int limit, Instant until) {
        ResultRepository.Slice slice = new ResultRepository.Slice(run.id(), run.level(), after, limit, until);
        return repository.page(slice, true).stream()
                .map(row -> new Told(answer(run, scheme, run.level(), row, false, Locale.GERMAN), row.needs()))
                .toList();
    }

    /** Codes of the needs of spaces, found or stated until an instant, by space; those without any are left out. */
    @Transactional
    public Map<String, List<String>> needs(Run run, List<String> spaces, Instant until) {
        return repository.needs(run.id(), run.level(), until, spaces.toArray(String[]::new));
    }

    private ResultAnswer answer(Run run, Scheme scheme, String level, ResultRow row, boolean exact, Locale locale) {
        Map<String, ResultAnswer.IndexAnswer> indices = new LinkedHashMap<>();
        for (int k = 0; k < scheme.indices().size(); k++) {
            Index index = scheme.indices().get(k);
            boolean there = level.equals(scheme.level())
                    || (index.rollUp() != null && index.rollUp().level().equals(level));
            if (there) {
                boolean guarded = level.equals(scheme.level())
                        ? run.summary().guarded(index.code())
                        : run.summary().guardedRollUp(index.code());
                boolean withheld = !exact && guarded;
                indices.put(index.code(), index(index, row, k, withheld));
            }
        }
        List<String> needs = new ArrayList<>(row.needs());
        row.stated().stream()
                .map(ResultRow.Stated::need)
                .filter(need -> !needs.contains(need))
                .forEach(needs::add);
        return new ResultAnswer(
                row.space(),
                excluded(row, locale),
                indices,
                row.group(),
                needs,
                row.stated().stream()
                        .map(stated -> new ResultAnswer.StatedAnswer(stated.need(), stated.origin(), stated.reason()))
                        .toList());
    }

    private static ResultAnswer.IndexAnswer index(Index index, ResultRow row, int k, boolean withheld) {
        Integer position = row.classes().get(k);
        boolean hide = withheld && !Gap.NOT_IN_UNIVERSE.code().equals(row.gaps().get(k));
        return new ResultAnswer.IndexAnswer(
                hide ? null : row.value().get(k),
                hide ? null : row.raw().get(k),
                position == null ? null : index.classes().codes().get(position),
                position == null ? null : index.classes().labels().get(position),
                hide ? WITHHELD : row.gaps().get(k));
    }

    private String excluded(ResultRow row, Locale locale) {
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
