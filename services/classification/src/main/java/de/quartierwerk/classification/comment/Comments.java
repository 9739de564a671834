package de.quartierwerk.classification.comment;

import de.quartierwerk.classification.result.ResultRow;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps and lists comments on runs. */
@ApplicationScoped
class Comments {
    private static final int LONGEST_TEXT = 5000;
    private static final int LONGEST_SPEAKER = 200;

    private final CommentRepository repository;
    private final Runs runs;
    private final Results results;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Comments(CommentRepository repository, Runs runs, Results results, Audit audit, Caller caller, Clock clock) {
        this.repository = repository;
        this.runs = runs;
        this.results = results;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Adds a comment to a run that the caller sees; one on a space is for those who act there. */
    @Transactional
    CommentResponse add(UUID id, CommentRequest request) {
        Run run = runs.completed(id);
        Optional<ResultRow> row = request.space() == null ? Optional.empty() : results.find(run, request.space());
        check(request, row);
        row.ifPresent(found -> caller.requireWithin(found.path()));
        Comment comment = new Comment();
        comment.id = UUID.randomUUID();
        comment.run = id;
        comment.space = request.space();
        comment.path = row.map(ResultRow::path).orElse(List.of());
        comment.author = caller.name();
        comment.speaker = request.speaker();
        comment.text = request.text();
        comment.addedAt = clock.instant();
        repository.persistAndFlush(comment);
        audit.record(
                "run-commented", "runs/" + id + "/comments/" + comment.id, null, Map.of("speaker", request.speaker()));
        return new CommentResponse(
                comment.number,
                comment.id,
                comment.run,
                comment.space,
                comment.speaker,
                comment.text,
                comment.author,
                comment.addedAt);
    }

    private static void check(CommentRequest request, Optional<ResultRow> row) {
        List<InputError> errors = new ArrayList<>();
        if (request.space() != null && row.isEmpty()) {
            errors.add(InputError.at("/space", "need.space-not-in-run", request.space(), request.space()));
        }
        require(errors, "/speaker", "comment.speaker-missing", request.speaker(), LONGEST_SPEAKER);
        require(errors, "/text", "comment.text-missing", request.text(), LONGEST_TEXT);
        if (!errors.isEmpty()) {
            throw new Invalid("comment.invalid", errors);
        }
    }

    private static void require(
            List<InputError> errors, String pointer, String code, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            errors.add(InputError.at(pointer, code, text, longest));
        }
    }

    /** Comments after a number in the order in which they were made: on the whole run, and on spaces in own areas. */
    @Transactional
    List<CommentResponse> list(UUID id, @Nullable String space, long after, int limit) {
        Run run = runs.completed(id);
        if (space != null && results.find(run, space).isEmpty()) {
            throw new NotFound("result.unknown", space);
        }
        return repository.list(
                new CommentRepository.Wanted(id, space, caller.everywhere(), caller.areaArray()), after, limit);
    }
}
