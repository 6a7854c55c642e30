import pytest
from web.frame.pages import all_pages
pytestmark = pytest.mark.django_db
@pytest.mark.parametrize("n",[1,2])
def test_it(city,n):
    import time; t=time.process_time()
    pages=[*all_pages(city)]
    open(f"/tmp/ci/pages{n}","w").write("\n".join(map(str,pages)))
    print(len(pages), time.process_time()-t)
