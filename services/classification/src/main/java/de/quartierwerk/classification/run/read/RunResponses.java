package de.quartierwerk.classification.run.read;

import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.Scope;
import de.quartierwerk.classification.run.Supersession;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns runs into answers for the present caller, with the same number of statements for one and for a thousand. */
@ApplicationScoped
public class RunResponses {
    private static final String OWN_CHOICE = "run.public-by-choice";
    private static final String UNSEEN = "run.unseen-releases";

    private final Runs runs;
    private final NeedCounts needCounts;
    private final Schemes schemes;
    private final Messages messages;
    private final CallerLanguage language;
    private final Caller caller;

    RunResponses(
            Runs runs,
            NeedCounts needCounts,
            Schemes schemes,
            Messages messages,
            CallerLanguage language,
            Caller caller) {
        this.runs = runs;
        this.needCounts = needCounts;
        this.schemes = schemes;
        this.messages = messages;
        this.language = language;
        this.caller = caller;
    }

    /**
     * Who reads an answer.
     *
     * @param locale language of its texts
     * @param anonymous whether the reader has no token, and so does not learn who asked for the run
     * @param scope what the reader may see
     */
    record Reader(Locale locale, boolean anonymous, Scope scope) {}

    /** The present caller. */
    Reader reader() {
        return new Reader(language.locale(), caller.anonymous(), runs.scope());
    }

    /** The answer to the present caller, who may see the run. */
    @Transactional
    public RunResponse of(Run run) {
        return of(run, reader());
    }

    /** The answer to a reader who may see the run, also outside of a request. */
    @Transactional
    RunResponse of(Run run, Reader reader) {
        return of(List.of(run), reader).get(0);
    }

    /** The answers to a reader who may see the runs; counts of needs are over what the reader sees. */
    @Transactional
    List<RunResponse> of(List<Run> runs, Reader reader) {
        if (runs.isEmpty()) {
            return List.of();
        }
        Map<UUID, NeedCounts.OfRun> needs = needCounts.of(
                runs.stream().filter(run -> run.ending().summary() != null).toList(), reader.scope());
        Map<UUID, Collection<UUID>> releases = this.runs.releases(runs);
        Map<UUID, Supersession> supersessions = this.runs.supersessions(runs);
        Set<UUID> byChoice = publicByChoice(runs);
        return runs.stream()
                .map(run -> response(
                        run,
                        reader,
                        needs.getOrDefault(run.id(), NeedCounts.OfRun.NONE),
                        List.copyOf(releases.get(run.id())),
                        Objects.requireNonNull(supersessions.get(run.id())),
                        byChoice.contains(run.id())))
                .toList();
    }

    /** The runs that work on public values although their scheme was approved: somebody chose the spaces. */
    private Set<UUID> publicByChoice(List<Run> runs) {
        List<Run> candidates = runs.stream()
                .filter(run ->
                        run.inputs().basis() == Run.Basis.PUBLIC && run.origin().repeatOf() == null)
                .toList();
        if (candidates.isEmpty()) {
            return Set.of();
        }
        Map<Schemes.Key, Instant> approvals =
                schemes.approvals(candidates.stream().map(Run::scheme).collect(Collectors.toSet()));
        return candidates.stream()
                .filter(run -> {
                    Instant approved = approvals.get(new Schemes.Key(run.scheme(), run.version()));
                    return approved != null && approved.isBefore(run.origin().createdAt());
                })
                .map(Run::id)
                .collect(Collectors.toSet());
    }

    private RunResponse response(
            Run run,
            Reader reader,
            NeedCounts.OfRun needs,
            List<UUID> releases,
            Supersession supersession,
            boolean publicByChoice) {
        Run.Ending ending = run.ending();
        RunSummary summary = ending.summary();
        Run.Publication publication = run.publication();
        return new RunResponse(
                run.id(),
                run.state(),
                publication.standing(),
                run.inputs().basis(),
                new RunResponse.Subject(
                        run.scheme(),
                        run.version(),
                        run.level(),
                        run.period(),
                        run.area(),
                        run.asOf(),
                        run.subject().recordedAt()),
                run.origin().repeatOf(),
                run.origin().automatic(),
                progress(run),
                new RunResponse.Findings(
                        summary == null ? null : counts(summary.counts()),
                        releases,
                        run.inputs().unseenReleases(),
                        needs.needs(),
                        summary == null ? null : (Integer) needs.spacesInNeed(),
                        warnings(run, summary, publicByChoice, reader.locale()),
                        failure(ending.failure(), reader.locale())),
                new RunResponse.Feedback(publication.note(), publication.consulted()),
                new RunResponse.Course(
                        reader.anonymous() ? null : run.origin().requestedBy(),
                        run.origin().createdAt(),
                        ending.finishedAt(),
                        publication.publishedAt()),
                new RunResponse.Succession(supersession.supersedes(), supersession.supersededBy()));
    }

    private static Progress progress(Run run) {
        int spaces = run.inputs().spaces();
        return new Progress(run.state() == Run.State.COMPLETED ? spaces : 0, (long) spaces);
    }

    private RunResponse.@Nullable FailureText failure(@Nullable String code, Locale locale) {
        return code == null ? null : new RunResponse.FailureText(code, messages.text(locale, code));
    }

    /** Numbers of spaces as they are answered. */
    public static RunResponse.Counts counts(RunSummary.Counts counts) {
        return new RunResponse.Counts(
                counts.spaces(),
                counts.classified(),
                counts.excluded(),
                counts.unclassified(),
                counts.withheld(),
                counts.withheldAreas());
    }

    /** Warnings in the caller's language. */
    public List<RunResponse.WarningText> warnings(RunSummary summary) {
        return warnings(summary, language.locale());
    }

    private List<RunResponse.WarningText> warnings(
            Run run, @Nullable RunSummary summary, boolean publicByChoice, Locale locale) {
        List<RunResponse.WarningText> warnings = new ArrayList<>();
        if (publicByChoice) {
            warnings.add(new RunResponse.WarningText(
                    OWN_CHOICE, run.scheme(), messages.text(locale, OWN_CHOICE, run.scheme())));
        }
        int unseen = run.inputs().unseenReleases().size();
        if (unseen > 0) {
            warnings.add(new RunResponse.WarningText(
                    UNSEEN, Integer.toString(unseen), messages.text(locale, UNSEEN, unseen)));
        }
        if (summary != null) {
            warnings.addAll(warnings(summary, locale));
        }
        return warnings;
    }

    private List<RunResponse.WarningText> warnings(RunSummary summary, Locale locale) {
        return summary.warnings().stream()
                .map(warning -> new RunResponse.WarningText(
                        warning.code(), warning.subject(), messages.text(locale, warning.code(), warning.subject())))
                .toList();
    }
}
