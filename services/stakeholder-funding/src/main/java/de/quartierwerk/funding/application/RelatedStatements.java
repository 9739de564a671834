package de.quartierwerk.funding.application;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.funding.body.MatterAmount;
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
import org.jspecify.annotations.Nullable;

/**
 * Applications whose amounts count together when the competent body is found: of the same bearer, with all that are a
 * part of it or of the same, however deep, in the same programme, for overlapping years. Drafts, refused and withdrawn
 * ones do not count.
 */
@ApplicationScoped
class RelatedStatements {

    private static final String FIND = """
            with recursive asked as (
                select a.id, a.programme, a.applicant,
                    (select jsonb_agg(jsonb_build_object('number', p.number, 'matters', p.content -> 'matters')
                                      order by p.number)
                     from paper p where p.applications @> array[a.id]) as papers
                from application a
                where a.id = any(?)),
            bearer (asked, key) as (
                select id, applicant from asked
                union
                select b.asked, s.key
                from bearer b
                join stakeholder known on known.key = b.key
                join stakeholder s on s.part_of = known.key or s.key = known.part_of)
            select q.id as asked, q.papers, a.id, a.requested,
                array(select (each ->> 'year')::int from jsonb_array_elements(a.content -> 'amounts') each) as years
            from asked q
            join bearer b on b.asked = q.id
            join application a on a.applicant = b.key and a.programme = q.programme
            where a.id = q.id or a.state not in ('DRAFT', 'WITHDRAWN') and (a.decision is null or a.granted is not null)
            order by a.created_at, a.id""";

    private static final TypeReference<List<NamingPaper>> PAPERS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;

    RelatedStatements(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
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
        List<NamingPaper> papers = related.get(0).papers();
        List<Related> counting = related.stream()
                .filter(each -> each.id().equals(asked) || !Collections.disjoint(each.years(), years))
                .toList();
        return new CompetenceBasis(
                Money.sum(counting.stream().map(Related::requested).toList()),
                counting.stream().map(Related::id).toList(),
                papers.stream().map(NamingPaper::number).toList(),
                papers.stream().flatMap(each -> each.matters().stream()).toList());
    }

    private Related related(ResultSet row) throws SQLException {
        Integer[] years = (Integer[]) row.getArray("years").getArray();
        BigDecimal requested = row.getBigDecimal("requested");
        return new Related(
                row.getObject("asked", UUID.class),
                row.getObject("id", UUID.class),
                Money.of(requested),
                Stream.of(years).collect(Collectors.toUnmodifiableSet()),
                papers(row.getString("papers")));
    }

    private List<NamingPaper> papers(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, PAPERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A paper that names an application. */
    private record NamingPaper(String number, List<MatterAmount> matters) {}

    /** An application that may count for another. */
    private record Related(UUID asked, UUID id, Money requested, Set<Integer> years, List<NamingPaper> papers) {}
}
