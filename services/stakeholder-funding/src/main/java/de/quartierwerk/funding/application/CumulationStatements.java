package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Open and granted applications for the same spaces and fields of action; the newest first. */
@ApplicationScoped
class CumulationStatements {

    private static final int MOST = 50;
    private static final int MOST_FOUND = 1000;

    private static final String FIND = """
            with asked as (
                select id, spaces, array(select jsonb_array_elements_text(content -> 'needs')) as needs
                from application where id = ?)
            select a.id, a.programme, a.applicant, a.content ->> 'title' as title, a.state, a.requested,
                array(select s from unnest(a.spaces) s where s = any(q.spaces) order by s) as spaces,
                array(select n from jsonb_array_elements_text(a.content -> 'needs') n
                      where n = any(q.needs) order by n) as needs
            from asked q join application a on a.spaces && q.spaces and a.id <> q.id
            where a.state not in ('DRAFT', 'WITHDRAWN', 'REVOKED') and (a.decision is null or a.granted is not null)
                and exists (select from jsonb_array_elements_text(a.content -> 'needs') n where n = any(q.needs))
            order by a.created_at desc, a.id desc
            limit ?""";

    private final Jdbi jdbi;

    CumulationStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Those for the same spaces and fields of action as the application that the caller may see.
     *
     * @param visible those of some applications that the caller may see
     */
    List<Cumulated> of(UUID application, Function<Collection<UUID>, Set<UUID>> visible) {
        List<Cumulated> found = jdbi.withHandle(handle -> handle.select(FIND, application, MOST_FOUND)
                .map((row, context) -> cumulated(row))
                .list());
        Set<UUID> seen =
                visible.apply(found.stream().map(Cumulated::application).toList());
        return found.stream()
                .filter(each -> seen.contains(each.application()))
                .limit(MOST)
                .toList();
    }

    private static Cumulated cumulated(ResultSet row) throws SQLException {
        return new Cumulated(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                row.getString("applicant"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                Money.of(row.getBigDecimal("requested")),
                List.of((String[]) row.getArray("spaces").getArray()),
                List.of((String[]) row.getArray("needs").getArray()));
    }
}
