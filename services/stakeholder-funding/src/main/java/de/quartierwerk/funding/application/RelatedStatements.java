package de.quartierwerk.funding.application;

import static java.util.stream.Collectors.groupingBy;

import de.quartierwerk.funding.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Applications whose amounts count together when the competent body is found: of the same bearer, with those that are a
 * part of it or of the same, in the same programme, for overlapping years. Drafts, refused and withdrawn ones do not
 * count.
 */
@ApplicationScoped
class RelatedStatements {

    private static final String FIND = """
            with asked as (
                select a.id, a.programme, coalesce(s.part_of, s.key) as bearer
                from application a join stakeholder s on s.key = a.applicant
                where a.id = any(?))
            select q.id as asked, a.id, a.requested,
                array(select (each ->> 'year')::int from jsonb_array_elements(a.content -> 'amounts') each) as years
            from asked q
            join stakeholder s on s.key = q.bearer or s.part_of = q.bearer
            join application a on a.applicant = s.key and a.programme = q.programme
            where a.id = q.id or a.state not in ('DRAFT', 'WITHDRAWN') and (a.decision is null or a.granted is not null)
            order by a.created_at, a.id""";

    private final Jdbi jdbi;

    RelatedStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The sum that counts for each of the applications, by id; those that are not stored yet are missing. */
    Map<UUID, CompetenceBasis> of(Collection<UUID> applications) {
        if (applications.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Related>> related = jdbi.withHandle(handle ->
                handle
                        .select(FIND, (Object) applications.toArray(UUID[]::new))
                        .map((row, context) -> related(row))
                        .stream()
                        .collect(groupingBy(Related::asked)));
        return related.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> basis(each.getKey(), each.getValue())));
    }

    private static CompetenceBasis basis(UUID asked, List<Related> related) {
        Set<Integer> years = related.stream()
                .filter(each -> each.id().equals(asked))
                .flatMap(each -> each.years().stream())
                .collect(Collectors.toSet());
        List<Related> counting = related.stream()
                .filter(each -> each.id().equals(asked) || !Collections.disjoint(each.years(), years))
                .toList();
        return new CompetenceBasis(
                Money.sum(counting.stream().map(Related::requested).toList()),
                counting.stream().map(Related::id).toList());
    }

    private static Related related(ResultSet row) throws SQLException {
        Integer[] years = (Integer[]) row.getArray("years").getArray();
        BigDecimal requested = row.getBigDecimal("requested");
        return new Related(
                row.getObject("asked", UUID.class),
                row.getObject("id", UUID.class),
                Money.of(requested),
                Stream.of(years).collect(Collectors.toUnmodifiableSet()));
    }

    /** An application that may count for another. */
    private record Related(UUID asked, UUID id, Money requested, Set<Integer> years) {}
}
