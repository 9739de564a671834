package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Queries on commitments. */
@ApplicationScoped
class CommitmentRepository implements PanacheRepositoryBase<Commitment, Commitment.Id> {

    private static final String OF_GROUPS = """
            select l.code as line, l.coverGroup as coverGroup, c.id.year as year, sum(c.amount) as amount
            from Commitment c join BudgetLine l on l.code = c.id.line
            where l.coverGroup in ?1 group by l.code, l.coverGroup, c.id.year""";

    /** A row of the sums. */
    record Sum(String line, String coverGroup, int year, BigDecimal amount) {}

    /** Committed money of the groups' lines by line and year. */
    List<GroupMoney.Committed> ofGroups(Collection<String> groups) {
        return find(OF_GROUPS, groups).project(Sum.class).list().stream()
                .map(sum -> new GroupMoney.Committed(sum.line(), sum.coverGroup(), sum.year(), Money.of(sum.amount())))
                .toList();
    }

    void release(UUID application, String line, int year, Money amount) {
        Commitment commitment = findById(new Commitment.Id(application, line, year));
        if (commitment == null) {
            return;
        }
        Money left = Money.of(commitment.amount).minus(amount);
        if (left.positive()) {
            commitment.amount = left.value();
        } else {
            delete(commitment);
        }
    }

    void commit(UUID application, String line, int year, Money amount) {
        Commitment commitment = new Commitment();
        commitment.id = new Commitment.Id(application, line, year);
        commitment.amount = amount.value();
        persist(commitment);
    }
}
