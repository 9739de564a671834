package de.quartierwerk.funding.application;

import de.quartierwerk.events.DeadlineNear;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Deadlines of applications that wait for their applicants: to complete what was given back, to prove the use. */
@ApplicationScoped
class DeadlineStatements {

    /** Who notes a deadline first tells it; a second one at the same time waits and finds it noted. */
    private static final String NOTE = """
            with due as (
                select id as application, 'submission' as action, (returns -> -1 ->> 'deadline')::date as deadline
                from application where state = 'RETURNED'
                union all
                select id, 'proof-of-use', (agreement ->> 'proofOfUseDue')::date
                from application where state = 'AGREED'),
            told as (
                insert into deadline_told (application, action, deadline)
                select application, action, deadline from due where deadline between ? and ?
                order by application, action
                on conflict on constraint pk_deadline_told do nothing
                returning application, action, deadline)
            select t.application, t.action, t.deadline, a.programme, a.state, a.version
            from told t join application a on a.id = t.application
            order by t.deadline, t.application""";

    private final Jdbi jdbi;

    DeadlineStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes the deadlines from that day to the other, and gives those that nobody has noted before. */
    List<DeadlineNear> note(LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.select(NOTE, from, to)
                .map((row, context) -> new DeadlineNear(
                        row.getObject("application", UUID.class),
                        row.getString("programme"),
                        row.getString("state"),
                        row.getString("action"),
                        row.getObject("deadline", LocalDate.class),
                        row.getLong("version")))
                .list());
    }
}
