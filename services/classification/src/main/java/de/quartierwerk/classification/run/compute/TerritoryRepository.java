package de.quartierwerk.classification.run.compute;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Territories by their hash. */
@ApplicationScoped
class TerritoryRepository implements PanacheRepositoryBase<TerritoryEntity, String> {
    /** Keeps a territory unless it is there: two runs on the same spaces may start at once. */
    void keep(String hash, byte[] content) {
        getEntityManager()
                .createNativeQuery("insert into territory (hash, content) values (:hash, :content)"
                        + " on conflict on constraint pk_territory do nothing")
                .setParameter("hash", hash)
                .setParameter("content", content)
                .executeUpdate();
    }
}
