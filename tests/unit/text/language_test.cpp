#include "pipeline/text/language.hpp"

#include <catch2/catch.hpp>

namespace rapporteur {

TEST_CASE("the language of a text is told by its script or its small words") {
  CHECK(language_of("The nodes of the network are asked to report, and this is what they say.") ==
        "en");
  CHECK(language_of("Les nœuds du réseau sont priés de rendre compte dans une réponse et par "
                    "une lettre, qui est jointe.") == "fr");
  CHECK(language_of("Los nodos de la red se presentan con una lista de lo que miden y para que.") ==
        "es");
  CHECK(language_of("Узлы сети сообщают о потреблении энергии и о времени работы") == "ru");
  CHECK(language_of("网络节点报告其能耗和工作时间以及其他数据的方法") == "zh");
  CHECK(language_of("ネットワークのノードは消費電力を報告する") == "ja");
  CHECK(language_of("تقدم عقد الشبكة تقارير عن استهلاك الطاقة ووقت العمل") == "ar");
  CHECK(language_of("TD 12").empty());
  CHECK(language_of("").empty());
}

}  // namespace rapporteur
