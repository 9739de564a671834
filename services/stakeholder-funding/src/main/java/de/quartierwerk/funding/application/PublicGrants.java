package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.ApplicationRepository.Filter;
import de.quartierwerk.funding.application.ApplicationRepository.GrantScope;
import de.quartierwerk.funding.space.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decided grants of all applicants, for those who publish them. */
@ApplicationScoped
public class PublicGrants {

    private final ApplicationRepository repository;

    PublicGrants(ApplicationRepository repository) {
        this.repository = repository;
    }

    /** The newest first, after the one given. */
    @Transactional
    public List<PublicGrant> after(@Nullable PublicGrant last, int limit) {
        Place place = last == null ? Place.START : new Place(last.createdAt(), last.id());
        return repository
                .list(Filter.of(List.of(State.values())), new GrantScope(true, false, "", Scope.PUBLIC), place, limit)
                .stream()
                .map(PublicGrant::of)
                .toList();
    }
}
