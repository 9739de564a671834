package de.quartierwerk.ingestion.intake.observation;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Observations in the database. */
@ApplicationScoped
class ObservationRepository {
    /** Released ones are for everybody, the others for the submitter's side and for moderators of their area. */
    private static final String SELECT = """
            select * from (
              select o.*, o.submitter = c.name or o.organisation = c.organisation as own,
                c.moderator and (c.everywhere or exists (
                  select 1 from space s where s.key = o.space and s.path && c.areas)) as moderated
              from observation o cross join (
                select ?::text as name, ?::text as organisation, ?::boolean as moderator, ?::boolean as everywhere,
                  ?::text[] as areas) c) o
            where (o.state = 'RELEASED' or o.own or o.moderated)
            """;

    private final Sql sql;

    ObservationRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Who looks.
     *
     * @param name name of the caller, null for nobody
     * @param organisation organisation the caller speaks for, or null
     * @param moderator whether the caller moderates
     * @param everywhere whether the caller's area is the whole installation
     * @param areas the caller's areas
     */
    record Eye(String name, String organisation, boolean moderator, boolean everywhere, String[] areas) {}

    /** What is looked for; null for all. A space stands for all within it. */
    record Filter(String space, String field, ObservationState state) {}

    /** An observation and what the caller is to it. */
    record Seen(ObservationView view, long number, boolean own, boolean moderated) {}

    UUID insert(Observation observation, String submitter, String organisation) {
        UUID id = UUID.randomUUID();
        sql.update(
                """
                insert into observation (id, state, submitter, organisation, field, space, target_group, finding,
                  certainty, since, source_kind, source)
                values (?, 'SUBMITTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                submitter,
                organisation,
                observation.field(),
                observation.space(),
                observation.targetGroup(),
                observation.finding(),
                observation.certainty().text(),
                observation.since(),
                observation.sourceKind().text(),
                observation.source());
        return id;
    }

    void lock(UUID id) {
        sql.call("select 1 from observation where id = ? for update", id);
    }

    Optional<Seen> find(UUID id, Eye eye) {
        return sql.first(
                SELECT + "and o.id = ?",
                ObservationRepository::read,
                eye.name(),
                eye.organisation(),
                eye.moderator(),
                eye.everywhere(),
                eye.areas(),
                id);
    }

    List<Seen> page(Eye eye, Filter filter, long before, int limit) {
        String state = filter.state() == null ? null : filter.state().name();
        return sql.list(
                SELECT + """
                        and (?::text is null or exists (
                            select 1 from space s where s.key = o.space and ?::text = any(s.path)))
                          and (?::text is null or o.field = ?) and (?::text is null or o.state = ?)
                          and o.number < ? order by o.number desc limit ?""",
                ObservationRepository::read,
                eye.name(),
                eye.organisation(),
                eye.moderator(),
                eye.everywhere(),
                eye.areas(),
                filter.space(),
                filter.space(),
                filter.field(),
                filter.field(),
                state,
                state,
                before,
                limit);
    }

    void decide(UUID id, ObservationState state, String by, String reason) {
        sql.update("""
                update observation set state = ?, decided_by = ?, decided_at = clock_timestamp(), reason = ?
                where id = ?""", state.name(), by, reason, id);
    }

    private static Seen read(ResultSet row) throws SQLException {
        Observation observation = new Observation(
                row.getString("field"),
                row.getString("space"),
                row.getString("target_group"),
                row.getString("finding"),
                Certainty.of(row.getString("certainty")),
                row.getString("since"),
                SourceKind.of(row.getString("source_kind")),
                row.getString("source"));
        ObservationView view = new ObservationView(
                row.getObject("id", UUID.class),
                ObservationState.valueOf(row.getString("state")),
                observation,
                row.getString("organisation"),
                row.getString("submitter"),
                row.getString("decided_by"),
                row.getString("reason"),
                null,
                Sql.instant(row, "submitted_at"),
                Sql.instant(row, "decided_at"));
        return new Seen(view, row.getLong("number"), row.getBoolean("own"), row.getBoolean("moderated"));
    }
}
