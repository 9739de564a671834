package de.quartierwerk.classification.run;

import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns runs into answers for the present caller. */
@ApplicationScoped
public class RunAnswers {
    private static final String OWN_CHOICE = "run.public-by-choice";

    private final Runs runs;
    private final Messages messages;
    private final CallerLanguage language;
    private final Caller caller;

    RunAnswers(Runs runs, Messages messages, CallerLanguage language, Caller caller) {
        this.runs = runs;
        this.messages = messages;
        this.language = language;
        this.caller = caller;
    }

    /**
     * Who reads an answer.
     *
     * @param locale language of its texts
     * @param anonymous whether the reader has no token and is not told who asked for the run
     * @param everywhere whether the reader sees the spaces of preliminary runs everywhere
     * @param areas otherwise where
     */
    record Reader(Locale locale, boolean anonymous, boolean everywhere, List<String> areas) {}

    /** The present caller. */
    Reader reader() {
        return new Reader(language.locale(), caller.anonymous(), caller.everywhere(), List.copyOf(caller.areas()));
    }

    /** The answer to the present caller, who may see the run. */
    public RunAnswer of(Run run) {
        return of(run, reader());
    }

    /** The answer to a reader who may see the run, also outside of a request; counts of needs are over what is seen. */
    @Transactional
    RunAnswer of(Run run, Reader reader) {
        Locale locale = reader.locale();
        Runs.Part part = new Runs.Part(run.published() || reader.everywhere(), reader.areas());
        Runs.NeedCounts needs =
                run.summary() == null ? new Runs.NeedCounts(List.of(), 0) : runs.needCounts(run, Runs.EVER, part);
        return new RunAnswer(
                run.id(),
                run.state().name(),
                run.standing().name().toLowerCase(Locale.ROOT),
                run.basis().name().toLowerCase(Locale.ROOT),
                run.scheme(),
                run.version(),
                run.level(),
                run.period(),
                run.area(),
                run.asOf(),
                run.recordedAt(),
                run.repeatOf(),
                run.automatic(),
                new Progress(run.state() == Run.State.COMPLETED ? run.spaces() : 0, (long) run.spaces()),
                run.summary() == null ? null : counts(run.summary().counts()),
                runs.releases(run),
                needs.needs(),
                run.summary() == null ? null : (Integer) needs.spacesInNeed(),
                warnings(run, locale),
                run.failure() == null
                        ? null
                        : new RunAnswer.FailureText(run.failure(), messages.text(locale, run.failure())),
                run.note(),
                run.consulted(),
                reader.anonymous() ? null : run.requestedBy(),
                run.createdAt(),
                run.finishedAt(),
                run.publishedAt(),
                runs.supersedes(run).orElse(null),
                runs.supersededBy(run).orElse(null));
    }

    /** Numbers of spaces as they are answered. */
    public static RunAnswer.Counts counts(RunSummary.Counts counts) {
        return new RunAnswer.Counts(counts.spaces(), counts.classified(), counts.excluded(), counts.unclassified());
    }

    /** Warnings in the caller's language. */
    public List<RunAnswer.WarningText> warnings(RunSummary summary) {
        return warnings(summary, language.locale());
    }

    private List<RunAnswer.WarningText> warnings(Run run, Locale locale) {
        List<RunAnswer.WarningText> warnings = new ArrayList<>();
        if (runs.isPublicByChoice(run)) {
            warnings.add(new RunAnswer.WarningText(
                    OWN_CHOICE, run.scheme(), messages.text(locale, OWN_CHOICE, run.scheme())));
        }
        if (run.summary() != null) {
            warnings.addAll(warnings(run.summary(), locale));
        }
        return warnings;
    }

    private List<RunAnswer.WarningText> warnings(RunSummary summary, Locale locale) {
        return summary.warnings().stream()
                .map(warning -> new RunAnswer.WarningText(
                        warning.code(), warning.subject(), messages.text(locale, warning.code(), warning.subject())))
                .toList();
    }
}
