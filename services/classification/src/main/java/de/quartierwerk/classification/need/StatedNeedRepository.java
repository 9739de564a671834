package de.quartierwerk.classification.need;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Needs that people stated. */
@ApplicationScoped
class StatedNeedRepository implements PanacheRepositoryBase<StatedNeed, StatedNeed.Key> {}
