package de.quartierwerk.classification.comment;

import de.quartierwerk.classification.result.ResultRow;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps and lists comments on runs. */
@ApplicationScoped
class Comments {
    private static final int LONGEST_TEXT = 5000;
    private static final int LONGEST_SPEAKER = 200;

    private final Sql sql;
    private final Runs runs;
    private final Results results;
    private final Audit audit;
    private final Caller caller;

    Comments(Sql sql, Runs runs, Results results, Audit audit, Caller caller) {
        this.sql = sql;
        this.runs = runs;
        this.results = results;
        this.audit = audit;
        this.caller = caller;
    }

    /** Adds a comment to a run that the caller sees; one on a space is for those who act there. */
    @Transactional
    Comment add(UUID id, CommentBody body) {
        Run run = runs.completed(id);
        Optional<ResultRow> row = body.space() == null ? Optional.empty() : results.find(run, body.space());
        check(body, row);
        row.ifPresent(found -> caller.requireWithin(found.path()));
        Comment comment = new Comment(
                0,
                UUID.randomUUID(),
                id,
                body.space(),
                body.speaker(),
                body.text(),
                caller.name(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        sql.update(
                """
                insert into run_comment (id, run, space, path, author, speaker, text, added_at)
                values (?, ?, cast(? as text), cast(? as text[]), ?, ?, ?, ?)""",
                comment.id(),
                id,
                comment.space(),
                row.map(found -> found.path().toArray(String[]::new)).orElse(null),
                comment.author(),
                comment.speaker(),
                comment.text(),
                comment.addedAt());
        audit.record(
                "run-commented", "runs/" + id + "/comments/" + comment.id(), null, Map.of("speaker", body.speaker()));
        return comment;
    }

    private static void check(CommentBody body, Optional<ResultRow> row) {
        List<InputError> errors = new ArrayList<>();
        if (body.space() != null && row.isEmpty()) {
            errors.add(InputError.at("/space", "need.space-not-in-run", body.space(), body.space()));
        }
        require(errors, "/speaker", "comment.speaker-missing", body.speaker(), LONGEST_SPEAKER);
        require(errors, "/text", "comment.text-missing", body.text(), LONGEST_TEXT);
        if (!errors.isEmpty()) {
            throw new Invalid("comment.invalid", errors);
        }
    }

    private static void require(List<InputError> errors, String pointer, String code, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            errors.add(InputError.at(pointer, code, text, longest));
        }
    }

    /** Comments after a number in the order in which they were made: on the whole run, and on spaces in own areas. */
    @Transactional
    List<Comment> list(UUID id, String space, long after, int limit) {
        Run run = runs.completed(id);
        return sql.list(
                """
                select number, id, space, speaker, text, author, added_at from run_comment
                where run = ? and number > ? and (? or space is null or path && ?)
                    and (cast(? as text) is null or space = ?)
                order by number limit ?""",
                row -> new Comment(
                        row.getLong("number"),
                        row.getObject("id", UUID.class),
                        run.id(),
                        row.getString("space"),
                        row.getString("speaker"),
                        row.getString("text"),
                        row.getString("author"),
                        Sql.instant(row, "added_at")),
                id,
                after,
                caller.everywhere(),
                caller.areaArray(),
                space,
                space,
                limit);
    }
}
