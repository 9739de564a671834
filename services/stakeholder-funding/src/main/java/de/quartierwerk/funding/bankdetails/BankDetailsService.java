package de.quartierwerk.funding.bankdetails;

import de.quartierwerk.funding.space.Scope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Keeps the accounts of actors; an account counts when a second person has confirmed it. */
@ApplicationScoped
public class BankDetailsService {

    private final BankDetailsRepository repository;
    private final Stakeholders stakeholders;
    private final Spaces spaces;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    BankDetailsService(
            BankDetailsRepository repository,
            Stakeholders stakeholders,
            Spaces spaces,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.stakeholders = stakeholders;
        this.spaces = spaces;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account that counts, in full. */
    public Optional<BankAccount> account(String stakeholder) {
        return repository.confirmed(stakeholder).map(BankDetails::account);
    }

    @Transactional
    Stored<BankDetailsResponse> propose(String stakeholder, BankDetailsRequest request) {
        requireVisible(stakeholder);
        requireValid(request);
        Optional<BankDetails> newest = repository.lockNewest(stakeholder);
        BankAccount account = new BankAccount(request.holder(), request.iban(), request.bic());
        if (newest.map(BankDetails::account).filter(account::equals).isEmpty()) {
            BankDetails details = new BankDetails();
            details.id = UUID.randomUUID();
            details.stakeholder = stakeholder;
            details.holder = account.holder();
            details.iban = account.iban();
            details.bic = account.bic();
            details.changedBy = caller.name();
            details.changedAt = clock.instant();
            repository.persistAndFlush(details);
            audit.record("bank-details-changed", "stakeholders/" + stakeholder, null, null);
        }
        return response(stakeholder);
    }

    /** Confirms the newest account, or answers 412 where the caller names an earlier state than the present one. */
    @Transactional
    Stored<BankDetailsResponse> confirm(String stakeholder, IfMatch ifMatch) {
        requireVisible(stakeholder);
        BankDetails newest = repository
                .lockNewest(stakeholder)
                .orElseThrow(() -> new NotFound("bank-details.not-found", stakeholder));
        ifMatch.check(repository.version(stakeholder));
        if (newest.confirmedBy != null) {
            throw new Conflict("bank-details.confirmed", stakeholder);
        }
        if (newest.changedBy.equals(caller.name())) {
            throw new Forbidden("duty.separated", MessageText.of("duty.proposal"), MessageText.of("duty.confirmation"));
        }
        newest.confirmedBy = caller.name();
        newest.confirmedAt = clock.instant();
        repository.flush();
        audit.record("bank-details-confirmed", "stakeholders/" + stakeholder, null, null);
        return response(stakeholder);
    }

    @Transactional
    Stored<BankDetailsResponse> get(String stakeholder) {
        requireVisible(stakeholder);
        return response(stakeholder);
    }

    private Stored<BankDetailsResponse> response(String stakeholder) {
        BankDetailsResponse response = new BankDetailsResponse(
                repository.confirmed(stakeholder).map(BankDetails::masked).orElse(null),
                repository
                        .newest(stakeholder)
                        .filter(each -> each.confirmedBy == null)
                        .map(BankDetails::masked)
                        .orElse(null));
        return new Stored<>(response, repository.version(stakeholder), false);
    }

    /**
     * A supplier sees the account of its own organisation, officials those of actors who work nowhere but in their
     * areas; all others look unknown or are refused.
     */
    private void requireVisible(String stakeholder) {
        boolean own = caller.organisation().filter(stakeholder::equals).isPresent();
        boolean official = caller.hasAny(Roles.FUNDING_OFFICER, Roles.AUDITOR, Roles.ADMIN)
                && stakeholders.isVisible(stakeholder, Scope.of(caller, RoleGroups.administration()));
        if (!own && !official) {
            throw new NotFound("stakeholder.not-found", stakeholder);
        }
        stakeholders.requireKnown("/key", stakeholder);
        if (!own) {
            spaces.requireWithin(caller, stakeholders.spaces(stakeholder));
        }
    }

    /** The value of a wrong IBAN is not repeated. */
    private static void requireValid(BankDetailsRequest request) {
        try {
            IbanUtil.validate(request.iban());
        } catch (Iban4jException wrong) {
            throw new Invalid("iban.invalid", List.of(InputError.at("/iban", "iban.invalid", null)));
        }
        if (request.bic() != null) {
            try {
                BicUtil.validate(request.bic());
            } catch (Iban4jException wrong) {
                throw new Invalid("bic.invalid", List.of(InputError.at("/bic", "bic.invalid", null)));
            }
        }
    }
}
