package de.quartierwerk.funding.bankdetails;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Queries on accounts. */
@ApplicationScoped
class BankDetailsRepository implements PanacheRepositoryBase<BankDetails, UUID> {

    /** The newest change, locked until the end of the transaction. */
    Optional<BankDetails> lockNewest(String stakeholder) {
        return find("stakeholder = ?1 order by changedAt desc, id", stakeholder)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 1)
                .firstResultOptional();
    }

    Optional<BankDetails> newest(String stakeholder) {
        return find("stakeholder = ?1 order by changedAt desc, id", stakeholder)
                .page(0, 1)
                .firstResultOptional();
    }

    /** How often the account was written and confirmed: grows with each change. */
    long version(String stakeholder) {
        return count("stakeholder", stakeholder) + count("stakeholder = ?1 and confirmedBy is not null", stakeholder);
    }

    Optional<BankDetails> confirmed(String stakeholder) {
        return find("stakeholder = ?1 and confirmedBy is not null order by confirmedAt desc, id", stakeholder)
                .page(0, 1)
                .firstResultOptional();
    }
}
